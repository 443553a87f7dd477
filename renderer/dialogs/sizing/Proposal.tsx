import { layerTitles } from '../../../shared/diagram/palette';
import { noFigure } from '../../../shared/math/format';
import { configFields } from '../../../shared/model/fields/index';
import { own } from '../../../shared/model/own';
import type { Design } from '../../../shared/model/schema';
import { layerIds } from '../../../shared/model/vocabulary';
import type { ComparedTarget, SizeProposal } from '../../../shared/rules/size-proposal';
import { metricTitle } from '../../panels/metrics';
import { useDocument } from '../../store/document';
import { Icon } from '../../ui/Icon';
import { countText, usdText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { listed, t } from '../../words/t';
import styles from './SizeDialog.module.css';
import { missedWords, reasonWords, valueText } from './unmet-words';

interface SectionProps {
  readonly design: Design;
  readonly proposal: SizeProposal;
}

/** What the sizes would change, cost and meet, and what was left out. */
export function Proposal({ proposal }: { readonly proposal: SizeProposal }) {
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const props = { design, proposal };
  return (
    <div className={styles.proposal}>
      <Verdict {...props} />
      <Settings {...props} />
      <Targets {...props} />
      <Unmet {...props} />
      <LeftOut {...props} />
    </div>
  );
}

const costText = (usd: number | null): string => (usd === null ? noFigure : usdText(usd));

function Verdict({ proposal: { settings, unmet, heldBack, costBeforeUsd, costAfterUsd } }: SectionProps) {
  const isMet = unmet.length === 0;
  return (
    <div className={styles.verdict}>
      <p className={styles.said} data-verdict={isMet ? 'met' : 'missed'}>
        <Icon name={isMet ? 'circle-check' : 'circle-alert'} size={16} />
        {verdictWords(settings.length > 0, isMet, heldBack.length > 0)}
      </p>
      <p className={styles.cost}>
        {settings.length === 0
          ? t('It costs {cost}.', { cost: costText(costAfterUsd) })
          : t('{before} now, {after} then', {
              before: costText(costBeforeUsd),
              after: costText(costAfterUsd),
            })}
      </p>
    </div>
  );
}

function verdictWords(changes: boolean, isMet: boolean, isHeldBack: boolean): string {
  if (!changes && isMet) return t('The sizes it has are the cheapest that meet every target.');
  if (!changes)
    return isHeldBack
      ? t('Sizes that would bring it nearer to its targets raise findings, and were left out.')
      : t('Other sizes do not bring it nearer to its targets.');
  return isMet ? t('With these sizes every target is met.') : t('Some targets cannot be met by sizes.');
}

function fieldTitle(field: string): string {
  const known = own(configFields, field);
  return known === undefined ? field : t(known.title);
}

function Settings({ design, proposal: { settings } }: SectionProps) {
  if (settings.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption className={styles.title}>{t('What would change')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Component')}</th>
          <th scope="col">{t('Field')}</th>
          <th scope="col" className={styles.number}>
            {t('now')}
          </th>
          <th scope="col" className={styles.number}>
            {t('proposed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ part, field, before, after }) => (
          <tr key={`${part} ${field}`}>
            <th scope="row">{partName(design, part)}</th>
            <td>{fieldTitle(field)}</td>
            <td className={styles.number}>{countText(before)}</td>
            <td className={styles.number}>{countText(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A flow, a component, a layer or the whole design by its name. */
function ownerName(design: Design, part: string): string {
  if (part === 'totals') return t('Whole design');
  const layer = layerIds.find((id) => id === part);
  const name = partName(design, part);
  return layer !== undefined && name === part ? t(layerTitles[layer]) : name;
}

function Targets({ design, proposal: { targets, settings } }: SectionProps) {
  if (targets.length === 0) return null;
  const met = (side: 'before' | 'after'): number => targets.filter((of) => of[side].met).length;
  const values = { before: met('before'), after: met('after'), all: targets.length };
  return (
    <details className={styles.targets}>
      <summary className={styles.summary}>
        {settings.length === 0
          ? t('{after} of {all} targets met', values)
          : t('{before} of {all} targets met now, {after} then', values)}
      </summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('Target')}</th>
            <th scope="col" className={styles.number}>
              {t('required')}
            </th>
            <th scope="col" className={styles.number}>
              {t('now')}
            </th>
            <th scope="col" className={styles.number}>
              {t('then')}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <TargetRow key={`${target.part} ${target.metric}`} design={design} of={target} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function TargetRow({ design, of }: { readonly design: Design; readonly of: ComparedTarget }) {
  return (
    <tr>
      <th scope="row">
        {t('{name}, {metric}', { name: ownerName(design, of.part), metric: metricTitle(of.metric) })}
      </th>
      <td className={styles.number}>{valueText(of.metric, of.target, noFigure)}</td>
      {(['before', 'after'] as const).map((side) => (
        <td key={side} className={styles.number} data-verdict={of[side].met ? 'met' : 'missed'}>
          {valueText(of.metric, of[side].actual, t('unbounded'))} {of[side].met ? t('met') : t('missed')}
        </td>
      ))}
    </tr>
  );
}

function Unmet({ design, proposal: { unmet } }: SectionProps) {
  if (unmet.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{t('What no size meets, and why')}</h3>
      <ul className={styles.list}>
        {unmet.map((of) => (
          <li key={`${of.part} ${of.metric}`}>
            <strong>{ownerName(design, of.part)}</strong>: {missedWords(of)}
            <span className={styles.why}>{reasonWords(of.reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LeftOut({ design, proposal: { heldBack, locked } }: SectionProps) {
  if (heldBack.length === 0 && locked.length === 0) return null;
  const names = (parts: readonly string[]): string => listed(parts.map((id) => partName(design, id)));
  return (
    <section>
      <h3 className={styles.title}>{t('What was left out')}</h3>
      <ul className={styles.list}>
        {heldBack.map(({ rule, target, title, parts }) => (
          <li key={`${rule} ${target}`}>
            <strong>{names(parts)}</strong>
            <span className={styles.why}>
              {t('Other sizes would raise a finding on {name}: {title}', {
                name: partName(design, target),
                title: t(title),
              })}
            </span>
          </li>
        ))}
        {locked.length === 0 ? null : (
          <li>
            <strong>{names(locked)}</strong>
            <span className={styles.why}>{t('Locked: the size stays as it is.')}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
