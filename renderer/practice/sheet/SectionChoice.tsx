import { boxMs, nextSection, spentIn } from '../../../shared/practice/attempt-clock';
import { inSection, skipped, withEvent } from '../../../shared/practice/attempt-events';
import { timedSections } from '../../../shared/practice/sections';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';
import { clockText } from '../clock-text';
import { changeAttempt } from '../session';
import styles from './Sheet.module.css';

const extensionMinutes = 2;

/** The sections of the interview, the time box of the one that is open, and ways on. */
export function SectionChoice() {
  const editor = useEditor();
  const section = useAttempt(({ attempt }) => attempt?.section ?? null);
  if (section === null) return null;
  const next = timedSections.find(({ id }) => id === nextSection(section));
  const options = timedSections.map(({ id, title }, at) => ({
    value: id,
    title: t('{number}. {title}', { number: at + 1, title: t(title) }),
  }));
  const open = (id: string): void => {
    const chosen = timedSections.find((known) => known.id === id);
    if (chosen !== undefined) changeAttempt(editor, (attempt) => inSection(attempt, chosen.id));
  };
  return (
    <div className={styles.choice}>
      <Select label={t('Section')} value={section} options={options} onChange={open} />
      <TimeBox />
      <div className={styles.row}>
        <Extend />
        {next === undefined ? null : (
          <Button icon="arrow-right" className={styles.end} onClick={() => changeAttempt(editor, skipped)}>
            {t('Next: {section}', { section: t(next.title) })}
          </Button>
        )}
      </div>
    </div>
  );
}

function Extend() {
  const editor = useEditor();
  const isTimed = useAttempt(({ attempt }) => attempt?.minutes !== null);
  if (!isTimed) return null;
  const extend = (): void =>
    changeAttempt(editor, (attempt) =>
      withEvent(attempt, { kind: 'extended', section: attempt.section, minutes: extensionMinutes }),
    );
  return (
    <Button variant="quiet" icon="plus" onClick={extend}>
      {t('{minutes} min', { minutes: extensionMinutes })}
      <span className="visually-hidden">{t('more for this section')}</span>
    </Button>
  );
}

/** How much of the section's box is spent. */
function TimeBox() {
  const spent = useAttempt(({ attempt }) =>
    attempt === null ? '' : clockText(spentIn(attempt, attempt.section)),
  );
  const box = useAttempt(({ attempt }) => (attempt === null ? null : boxMs(attempt, attempt.section)));
  const share = useAttempt(({ attempt }) =>
    attempt === null || box === null
      ? 0
      : Math.min(100, Math.round((100 * spentIn(attempt, attempt.section)) / box)),
  );
  if (box === null) return <p className={styles.small}>{t('{spent} in this section', { spent })}</p>;
  return (
    <div className={styles.box}>
      <span className={styles.track} aria-hidden="true">
        <span data-over={share >= 100 ? '' : undefined} style={{ inlineSize: `${share}%` }} />
      </span>
      <span className={styles.small}>{t('{spent} of {box}', { spent, box: clockText(box) })}</span>
    </div>
  );
}
