import { type CommandGroup, commandGroups } from '../commands/command';
import { groupTitles } from '../commands/palette-entries';
import { commands, runCommand, shortcutOf } from '../commands/registry';
import { useEditor } from '../store/editors';
import { keysOf } from '../store/key-map';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { shownKeys } from '../ui/keys';
import { t } from '../words/t';
import styles from './HelpSheet.module.css';
import { pointerGestures } from './pointer-gestures';

interface HelpLine {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
}

const sides = ['left', 'up', 'down', 'right'] as const;

/** The shortcuts of the four commands that move to one side each. */
const movingKeys = (suffix: '' | '-far'): readonly string[] =>
  sides.flatMap((side) => shortcutOf(`nudge-${side}${suffix}`) || []);

/** Moving by keyboard is eight similar commands: two lines are enough. */
const moving = (): readonly HelpLine[] => [
  { id: 'move', title: 'Move the selection by 1 px', keys: movingKeys('') },
  { id: 'move-far', title: 'Move it by 10 px', keys: movingKeys('-far') },
];

/** A key of the list of components, not of the window. */
const choosing: HelpLine = { id: 'guide', title: 'In the palette: when to choose a component', keys: ['→'] };

function linesOf(group: CommandGroup): readonly HelpLine[] {
  const listed = commands.filter((command) => command.group === group && !command.id.startsWith('nudge-'));
  const lines = listed.flatMap((command): readonly HelpLine[] => {
    const keys = keysOf(command);
    const { id, title } = command;
    return keys.length === 0 ? [] : [{ id, title, keys: keys.slice(0, 2).map((one) => shownKeys(one)) }];
  });
  if (group === 'edit') return [...lines, ...moving()];
  return group === 'add' ? [...lines, choosing] : lines;
}

/** The purpose of Loadline in two lines, every shortcut, and what the pointer does. */
export function HelpSheet() {
  const { setView } = useEditor();
  return (
    <Dialog
      title={t('Shortcuts and help')}
      size="large"
      scrolls
      onClose={() => setView({ dialog: null })}
      footer={
        <>
          <Button onClick={() => setView({ dialog: 'shortcuts' })}>{t('Change shortcuts…')}</Button>
          <Button onClick={() => setView({ dialog: 'reference', referencePlace: null })}>
            {t('Reference')}
          </Button>
          <Button onClick={() => runCommand('tour')}>{t('Take the tour')}</Button>
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
        <section className={styles.group}>
          <h3>{t('Mouse, trackpad and touch')}</h3>
          <dl>
            {pointerGestures().map(({ id, title, press }) => (
              <div key={id} className={styles.line}>
                <dt>{title}</dt>
                <dd>
                  <kbd>{press}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
