import { type CommandGroup, commandGroups } from '../commands/command';
import { shownKeys } from '../commands/keys';
import { groupTitles } from '../commands/palette-entries';
import { commands } from '../commands/registry';
import { setView } from '../store/view';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../words/t';
import styles from './HelpSheet.module.css';

interface HelpLine {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
}

/** Moving by keyboard is eight similar commands: two lines are enough. */
const moving: readonly HelpLine[] = [
  { id: 'move', title: 'Move the selection', keys: ['← ↑ ↓ →'] },
  { id: 'move-far', title: 'Move it by five steps', keys: ['Shift + ← ↑ ↓ →'] },
];

/** A key of the list of components, not of the window. */
const choosing: HelpLine = { id: 'guide', title: 'In the palette: when to choose a component', keys: ['→'] };

function linesOf(group: CommandGroup): readonly HelpLine[] {
  const listed = commands.filter((command) => command.group === group && !command.id.startsWith('nudge-'));
  const lines = listed.flatMap(({ id, title, keys }): readonly HelpLine[] =>
    keys === undefined ? [] : [{ id, title, keys: keys.slice(0, 2).map((one) => shownKeys(one)) }],
  );
  if (group === 'edit') return [...lines, ...moving];
  return group === 'add' ? [...lines, choosing] : lines;
}

/** The purpose of Loadline in two lines, and every shortcut. */
export function HelpSheet() {
  return (
    <Dialog
      title={t('Shortcuts and help')}
      size="large"
      onClose={() => setView({ dialog: null })}
      footer={
        <>
          <Button onClick={() => setView({ dialog: 'reference' })}>{t('Reference')}</Button>
          <Button onClick={() => setView({ dialog: 'about' })}>{t('About Loadline')}</Button>
        </>
      }
    >
      <p className={styles.lead}>
        {t('Draw a system from the client to its data stores; every component and call shows its traffic.')}
        <br />
        {t('Raise the load, see what breaks first and why, fix it, and export the picture.')}
      </p>
      <div className={styles.groups}>
        {commandGroups.map((group) => (
          <section key={group} className={styles.group}>
            <h3>{t(groupTitles[group])}</h3>
            <dl>
              {linesOf(group).map((line) => (
                <div key={line.id} className={styles.line}>
                  <dt>{t(line.title)}</dt>
                  <dd>
                    {line.keys.map((keys) => (
                      <kbd translate="no" key={keys}>
                        {keys}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
