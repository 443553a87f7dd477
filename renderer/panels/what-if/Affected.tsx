import type { Design } from '../../../shared/model/schema';
import type { Consequences } from '../../../shared/rules/consequences';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { showPart } from '../show-part';
import styles from './WhatIfTab.module.css';

interface AffectedProps {
  readonly design: Design;
  readonly consequences: Consequences;
}

/** Which flows survive, in a sentence, and the components that are down, weaker or overloaded. */
export function Affected({ design, consequences }: AffectedProps) {
  const { select } = useEditor();
  const { down, weakened, overloaded, after } = consequences;
  const lost = after.flows.filter((flow) => !flow.survives).length;
  const all = [...down, ...weakened, ...overloaded];
  return (
    <div className={styles.affected}>
      <p className={styles.verdict} data-verdict={lost === 0 ? 'met' : 'missed'}>
        <Icon name={lost === 0 ? 'circle-check' : 'circle-alert'} size={16} />
        {verdictWords(after.flows.length, lost)}
      </p>
      <PartRow design={design} title={t('Down')} parts={down} />
      <PartRow design={design} title={t('Weaker')} parts={weakened} />
      <PartRow design={design} title={t('Overloaded')} parts={overloaded} />
      {all.length < 2 ? null : (
        <Button variant="quiet" icon="mouse-pointer-2" onClick={() => select(all)}>
          {t('Select all affected')}
        </Button>
      )}
    </div>
  );
}

function verdictWords(all: number, lost: number): string {
  if (all === 0) return t('The design has no flows that could survive or fail.');
  if (lost === 0)
    return t('{count, plural, one {The flow survives.} other {All # flows survive.}}', { count: all });
  if (lost === all)
    return t('{count, plural, one {The flow does not survive.} other {None of the # flows survives.}}', {
      count: all,
    });
  return t('{kept} of {all} flows survive.', { kept: all - lost, all });
}

interface PartRowProps {
  readonly design: Design;
  readonly title: string;
  readonly parts: readonly string[];
}

/** More than so many are counted. */
const mostNamed = 12;

function PartRow({ design, title, parts }: PartRowProps) {
  const editor = useEditor();
  if (parts.length === 0) return null;
  const rest = parts.slice(mostNamed);
  return (
    <div className={styles.parts}>
      <span className={styles.partsTitle}>{title}</span>
      {parts.slice(0, mostNamed).map((id) => (
        <button key={id} type="button" className={styles.chip} onClick={() => showPart(editor, id)}>
          {partName(design, id)}
        </button>
      ))}
      {rest.length === 0 ? null : (
        <button type="button" className={styles.chip} onClick={() => editor.select(rest)}>
          {t('{count} more', { count: rest.length })}
        </button>
      )}
    </div>
  );
}
