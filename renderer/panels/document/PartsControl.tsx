import type { Design } from '../../../shared/model/schema';
import { resolvedOf } from '../../store/report';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { listed, t } from '../../words/t';
import styles from './Document.module.css';

interface PartsControlProps {
  readonly id: string;
  readonly design: Design;
  /** Ids of parts, one a line. */
  readonly value: string;
  readonly onWrite: (text: string) => void;
}

/** Which parts of the design something is about: each can be taken out, and another chosen. */
export function PartsControl({ id, design, value, onWrite }: PartsControlProps) {
  const chosen = value.split('\n').filter((part) => part !== '');
  const { nodes, flows } = resolvedOf(design).design;
  const others = [...nodes, ...flows].filter((part) => !chosen.includes(part.id));
  const names = chosen.map((part) => partName(design, part));
  return (
    <>
      <div className={styles.parts}>
        {chosen.map((part) => {
          const name = partName(design, part);
          return (
            <Button
              key={part}
              icon="x"
              aria-label={t('Take out {name}', { name })}
              onClick={() => onWrite(chosen.filter((one) => one !== part).join('\n'))}
            >
              {name}
            </Button>
          );
        })}
        <Select
          id={id}
          value=""
          options={[
            { value: '', title: t('Add a part…') },
            ...others.map((part) => ({ value: part.id, title: partName(design, part.id) })),
          ]}
          onChange={(part) => onWrite([...chosen, part].join('\n'))}
        />
      </div>
      <p className={styles.printed} aria-hidden="true" translate="no">
        {listed(names)}
      </p>
    </>
  );
}
