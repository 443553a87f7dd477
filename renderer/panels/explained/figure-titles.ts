import { type FigureName, groupOfPart } from '../../../shared/analysis/explanations/figure-names';
import { estimateTitles } from '../../../shared/diagram/estimate-rows';
import { layerTitles } from '../../../shared/diagram/palette';
import { own } from '../../../shared/model/own';
import type { Design } from '../../../shared/model/schema';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { metricTitle } from '../metrics';

/** What a figure is, by the name that `explain` gives it: 'p99 of Redirect'. */
export function figureTitle(design: Design, { part, metric }: FigureName): string {
  const figure = metricWords(design, metric);
  return part === 'totals'
    ? t('{figure} of the whole design', { figure })
    : t('{figure} of {name}', { figure, name: placeName(design, part) });
}

/** Of a part its name, of a layer its title, of a hop both. */
function placeName(design: Design, part: string): string {
  const layerTitle = (id: string): string => {
    const title = own(layerTitles, id);
    return title === undefined ? id : t(title);
  };
  const name = partName(design, part);
  const group = groupOfPart(part);
  if (group !== null) return partName(design, group);
  if (part.startsWith('layer:')) return layerTitle(part.slice('layer:'.length));
  const [from, to] = part.split('>');
  if (from !== undefined && to !== undefined && own(layerTitles, from) !== undefined)
    return t('{from} → {to}', { from: layerTitle(from), to: layerTitle(to) });
  return own(layerTitles, part) === undefined ? name : layerTitle(part);
}

function metricWords(design: Design, metric: string): string {
  const [first = '', second = '', third = ''] = metric.split('.');
  switch (first) {
    case 'budget':
      return t('mean time in {name}', { name: partName(design, metric.slice('budget.'.length)) });
    case 'visits':
      return t('visits per request of {name}', { name: partName(design, metric.slice('visits.'.length)) });
    case 'flows':
      return t('{figure} for {name}', { figure: metricTitle(third), name: partName(design, second) });
    case 'cost':
      return costTitle(second);
    case 'targets':
      return t('Target for {metric}', { metric: metricTitle(second) });
    case 'estimates': {
      const title = own(estimateTitles, second);
      return title === undefined ? second : t(title);
    }
    default:
      return plainTitle(metric);
  }
}

function costTitle(kind: string): string {
  switch (kind) {
    case 'serversUsd':
      return t('Cost of servers');
    case 'storageUsd':
      return t('Cost of storage');
    case 'requestsUsd':
      return t('Cost of requests');
    case 'egressUsd':
      return t('Cost of egress');
    default:
      return t('Cost of network');
  }
}

function plainTitle(metric: string): string {
  switch (metric) {
    case 'rateRps':
      return t('Rate');
    case 'rps':
      return t('Calls');
    case 'goodputRps':
      return t('Served requests');
    case 'servedShare':
      return t('Served share');
    case 'maxRateRps':
      return t('Max throughput');
    case 'bottleneck':
      return t('Bottleneck');
    case 'overlapMs':
      return t('Time in parallel');
    case 'apdex':
      return t('Apdex');
    case 'approximate':
      return t('Why it is approximate');
    case 'usdPerMillionRequests':
      return t('Cost of a million requests');
    case 'offeredRps':
      return t('Offered');
    case 'carriedRps':
      return t('Carried');
    case 'capacityRps':
      return t('Capacity');
    case 'incomingRps':
      return t('Incoming calls');
    case 'saturationLoad':
      return t('Load at saturation');
    case 'plannedLoad':
      return t('Load at the planned limit');
    case 'kneeLoad':
      return t('Load at the knee');
    case 'busiest':
      return t('Busiest component');
    default:
      return stationTitle(metric);
  }
}

function stationTitle(metric: string): string {
  switch (metric) {
    case 'limitedBy':
      return t('Limited by');
    case 'placesUtilization':
      return t('Places taken');
    case 'connectionsUtilization':
      return t('Connections taken');
    case 'memoryUtilization':
      return t('Memory used');
    case 'heldUpBy':
      return t('Held up by');
    case 'heldMs':
      return t('Time in progress');
    case 'inFlight':
      return t('In progress');
    case 'saturated':
      return t('Saturated');
    case 'refused':
      return t('Refused');
    case 'waitProbability':
      return t('Wait probability');
    case 'waitMs':
      return t('Mean wait');
    case 'servers':
      return t('Servers');
    case 'storageBytes':
      return t('Storage');
    case 'bytesPerSecond':
      return t('Bytes a second');
    case 'rttMs':
      return t('Round trip');
    case 'timeoutShare':
      return t('Longer than the timeout');
    default:
      return metricTitle(metric);
  }
}
