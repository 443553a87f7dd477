import { useCommand } from '../../commands/use-command';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import styles from './ArrangeRow.module.css';

const rows = [
  [
    { id: 'align-left', icon: 'align-start-vertical' },
    { id: 'align-centre', icon: 'align-center-vertical' },
    { id: 'align-right', icon: 'align-end-vertical' },
    { id: 'align-top', icon: 'align-start-horizontal' },
    { id: 'align-middle', icon: 'align-center-horizontal' },
    { id: 'align-bottom', icon: 'align-end-horizontal' },
  ],
  [
    { id: 'distribute-horizontal', icon: 'align-horizontal-space-between' },
    { id: 'distribute-vertical', icon: 'align-vertical-space-between' },
    { id: 'tidy-selection', icon: 'layout-grid' },
  ],
] as const;

/** Aligning and distributing what is selected, a button each. */
export function ArrangeRow() {
  return (
    <fieldset className={styles.rows} aria-label={t('Arrange')}>
      {rows.map((row) => (
        <div key={row[0].id} className={styles.row}>
          {row.map((one) => (
            <ArrangeButton key={one.id} {...one} />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function ArrangeButton({ id, icon }: { readonly id: string; readonly icon: string }) {
  const { title, shortcut, enabled, run } = useCommand(id);
  return (
    <Button
      variant="quiet"
      icon={icon}
      aria-label={title}
      data-tip={shortcut === '' ? title : `${title} · ${shortcut}`}
      disabled={!enabled}
      onClick={run}
    />
  );
}
