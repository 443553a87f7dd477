import { useMemo } from 'react';
import type { WhatIf } from '../../../shared/edits/what-if';
import { mostEvents } from '../../../shared/edits/what-if-schema';
import { type Design, nodesOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { useView } from '../../store/view';
import { t, wordsOf } from '../../words/t';
import { Affected } from './Affected';
import { Comparison } from './Comparison';
import { EventForm } from './EventForm';
import { EventList } from './EventList';
import { possibleEvents, withEvent } from './event-choices';
import { Scenarios } from './Scenarios';
import { type KnownConsequences, useConsequences } from './use-consequences';
import styles from './WhatIfTab.module.css';

/** What the design does while something fails, is slow or has more load, beside what it does now. Nothing in it is changed. */
export function WhatIfTab() {
  const design = useDocument((state) => state.design);
  if (design === null || nodesOf(design).length === 0)
    return <p className={styles.empty}>{t('Once a component is drawn, it can fail here.')}</p>;
  return <WhatIfOf design={design} />;
}

function WhatIfOf({ design }: { readonly design: Design }) {
  const { setView } = useEditor();
  const chosen = useView((state) => state.whatIf);
  const resolved = resolvedOf(design).design;
  const events = useMemo(() => possibleEvents(resolved, chosen), [resolved, chosen]);
  const known = useConsequences(events);
  const choose = (whatIf: readonly WhatIf[]): void => setView({ whatIf });
  return (
    <div className={styles.split}>
      <section className={styles.side} aria-label={t('What happens')}>
        <EventForm
          design={design}
          full={events.length >= mostEvents}
          onAdd={(event) => choose(withEvent(events, event))}
        />
        <EventList design={design} events={events} onChange={choose} />
        <Scenarios design={design} events={events} onChoose={choose} />
      </section>
      <section className={styles.outcome} aria-label={t('Now and then')} aria-live="polite">
        {events.length === 0 ? (
          <p className={styles.empty}>
            {t(
              'Choose what happens: a component, replica, zone or region fails, a component is slow, a cache is empty, the load changes. The design itself stays as it is.',
            )}
          </p>
        ) : (
          <Outcome design={design} known={known} />
        )}
      </section>
    </div>
  );
}

interface OutcomeProps {
  readonly design: Design;
  readonly known: KnownConsequences | null;
}

function Outcome({ design, known }: OutcomeProps) {
  if (known === null) return <p className={styles.empty}>{t('Analyzing…')}</p>;
  const { result, stale } = known;
  if (result === 'failed')
    return <p className={styles.empty}>{t('The analysis of these events took too long or failed.')}</p>;
  if (!result.ok)
    return (
      <p className={styles.empty}>
        {result.reason === null
          ? t('There are no figures to compare: Problems says what they need.')
          : wordsOf(result.reason)}
      </p>
    );
  return (
    <div className={styles.figures} data-stale={stale ? '' : undefined}>
      <Affected design={design} consequences={result.consequences} />
      <Comparison design={design} consequences={result.consequences} />
    </div>
  );
}
