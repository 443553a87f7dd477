import { useEffect, useRef } from 'react';
import { goToPractice } from '../../storage/library';
import { useDocument } from '../../store/document';
import { tourSteps } from '../../store/editor/view';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { useSelection } from '../../store/selection';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { shownKeys } from '../../ui/keys';
import { countText, percentText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { showPart } from '../show-part';
import styles from './TourCard.module.css';
import { isStepDone, movedOn, overloadedIn } from './tour-progress';
import { useClearCorner } from './use-clear-corner';

/** The step of the tour beside the canvas, which stays free to be worked on; it goes on when the step is done. */
export function TourCard() {
  const { setView } = useEditor();
  const tour = useTour();
  const heading = useRef<HTMLHeadingElement>(null);
  const card = useRef<HTMLElement>(null);
  useClearCorner(card);
  // The page that it was started on is gone: the keyboard goes on here.
  useEffect(() => heading.current?.focus(), []);
  if (tour === null) return null;
  const end = (): void => setView({ tour: null, tourOffered: false });
  const number = tourSteps.indexOf(tour.step) + 1;
  return (
    <section ref={card} className={styles.card} aria-label={t('Tour')} data-step={tour.step}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {titleOf(tour.step)}
        </h2>
        <span className={styles.muted}>{t('{number} of {count}', { number, count: tourSteps.length })}</span>
      </header>
      <div role="status">
        <StepText />
      </div>
      <footer className={styles.foot}>
        {tour.step === 'done' ? null : (
          <Button variant="quiet" onClick={end}>
            {t('Skip the tour')}
          </Button>
        )}
        <StepActions onEnd={end} />
      </footer>
    </section>
  );
}

/** The step that is shown, which is left when the person has done what it asks for. */
function useTour() {
  const editor = useEditor();
  const tour = useView((state) => state.tour);
  const analysis = useReport((state) => state.analysis);
  const stale = useReport((state) => state.stale);
  const selected = useSelection((state) => state.ids);
  const isDone = tour !== null && isStepDone(tour, { analysis, stale, selected });
  useEffect(() => {
    if (tour === null || !isDone) return;
    const next = movedOn(tour, analysis);
    editor.setView({ tour: next, ...(next.step === 'done' ? { tourOffered: false } : {}) });
  }, [editor, tour, isDone, analysis]);
  return tour;
}

function titleOf(step: (typeof tourSteps)[number]): string {
  switch (step) {
    case 'load':
      return t('A design under load');
    case 'overload':
      return t('Find what is overloaded');
    case 'reason':
      return t('Read why');
    case 'fix':
      return t('Fix it');
    case 'done':
      return t('It holds');
  }
}

function StepText() {
  const step = useView((state) => state.tour?.step);
  const design = useDocument((state) => state.design);
  const overloaded = useReport((state) => overloadedIn(state.analysis));
  const utilization = useReport((state) =>
    overloaded === null ? null : (state.nodes.get(overloaded)?.utilization ?? null),
  );
  const name = design === null || overloaded === null ? '' : partName(design, overloaded);
  switch (step) {
    case 'load':
      return (
        <p>
          {t(
            'This is a service for short links at its peak. Every card shows the calls a second that it gets and how busy it is; zoomed in, its p99 too. Numbers on the lines are the calls between them.',
          )}
        </p>
      );
    case 'overload':
      return (
        <p>
          {name === '' || utilization === null
            ? t('Select the component whose card is red.')
            : t(
                'One card is red: it gets {utilization} of the work that it can do, so requests fail. Select it, on the canvas or in the outline at the left.',
                { utilization: percentText(utilization) },
              )}
        </p>
      );
    case 'reason':
      return (
        <p>
          {t(
            'The inspector at the right shows the figures of {name}. Problems, below the canvas, lists what is wrong, why, and what to do about it.',
            { name },
          )}
        </p>
      );
    case 'fix':
      return <FixText name={name} />;
    default:
      return <DoneText />;
  }
}

function FixText({ name }: { readonly name: string }) {
  return (
    <>
      <p>{t('Your turn. Each of these is enough:')}</p>
      <ul className={styles.ways}>
        <li>
          {t(
            'Select Redirect API, press / and type “cache”, then Enter: most reads no longer reach the store.',
          )}
        </li>
        <li>{t('Or select Links and raise its shards: more servers share the reads.')}</li>
        <li>{t('Or take the quick fix beside the error in Problems.')}</li>
      </ul>
      <p className={styles.muted}>
        {name === ''
          ? t('No component is overloaded any more, but not everything is served yet.')
          : t('{name} is still overloaded. {shortcut} undoes a step.', {
              name,
              shortcut: shownKeys('mod+z'),
            })}
      </p>
    </>
  );
}

function DoneText() {
  const analysis = useReport((state) => state.analysis);
  const rps = (analysis?.flows ?? []).reduce((sum, { goodputRps }) => sum + goodputRps, 0);
  return (
    <p>
      {t(
        'You fixed it: {rps} requests a second, all served. Raise the load at the top to find the next limit, or practise an interview against the clock.',
        { rps: countText(rps) },
      )}
    </p>
  );
}

function StepActions({ onEnd }: { readonly onEnd: () => void }) {
  const editor = useEditor();
  const tour = useView((state) => state.tour);
  const analysis = useReport((state) => state.analysis);
  const overloaded = overloadedIn(analysis);
  if (tour === null) return null;
  const goOn = (): void => editor.setView({ tour: movedOn(tour, analysis) });
  switch (tour.step) {
    case 'load':
      return (
        <Button variant="primary" onClick={goOn}>
          {t('Next')}
        </Button>
      );
    case 'overload':
      return (
        <Button
          disabled={overloaded === null}
          onClick={() => overloaded !== null && showPart(editor, overloaded)}
        >
          {t('Show it')}
        </Button>
      );
    case 'reason':
      return (
        <>
          <Button onClick={() => editor.setView({ drawer: 'problems' })}>{t('Open Problems')}</Button>
          <Button variant="primary" onClick={goOn}>
            {t('Next')}
          </Button>
        </>
      );
    case 'fix':
      return null;
    default:
      return (
        <>
          <Button icon="timer" onClick={() => void goToPractice()}>
            {t('Practice')}
          </Button>
          <Button variant="primary" onClick={onEnd}>
            {t('Finish')}
          </Button>
        </>
      );
  }
}
