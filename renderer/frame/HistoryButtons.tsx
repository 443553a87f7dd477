import { type MouseEvent, useState } from 'react';
import type { Command } from '../commands/command';
import { redoCommand, undoCommand } from '../commands/frame-buttons';
import { useShownCommand } from '../commands/shown-command';
import { type Step, useDocument } from '../store/document';
import { Button } from '../ui/Button';
import { type MenuAnchor, MenuList } from '../ui/MenuList';
import { t } from '../words/t';
import styles from './HistoryButtons.module.css';

/** How many steps back or forth the list of a right click offers. */
const listedSteps = 15;

/** Undo and redo, each naming its step; a right click lists the steps to go back or forth at once. */
export function HistoryButtons() {
  const past = useDocument((state) => state.past);
  const future = useDocument((state) => state.future);
  return (
    <div className={styles.buttons}>
      <StepButton
        icon="undo-2"
        command={undoCommand}
        steps={past}
        naming={(step) => t('Undo “{step}”', { step })}
      />
      <StepButton
        icon="redo-2"
        command={redoCommand}
        steps={future}
        naming={(step) => t('Redo “{step}”', { step })}
      />
    </div>
  );
}

interface StepButtonProps {
  readonly icon: string;
  readonly command: Command;
  /** What going that step is called. */
  readonly naming: (step: string) => string;
  /** The nearest step last. */
  readonly steps: readonly Step[];
}

function StepButton({ icon, command, naming, steps }: StepButtonProps) {
  const { title: verb, shortcut: keys, enabled, run } = useShownCommand(command);
  const [anchor, setAnchor] = useState<MenuAnchor | null>(null);
  const nearest = steps.at(-1);
  const name = nearest === undefined ? verb : naming(nearest.label);
  const openList = (event: MouseEvent<HTMLButtonElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    if (enabled) setAnchor({ element: event.currentTarget });
  };
  const items = steps
    .slice(-listedSteps)
    .reverse()
    .map((step, index) => ({
      kind: 'item' as const,
      id: String(index),
      label: naming(step.label),
      run: () => {
        for (let count = 0; count <= index; count += 1) run();
      },
    }));
  return (
    <>
      <Button
        variant="quiet"
        icon={icon}
        aria-label={name}
        data-tip={keys === '' ? name : `${name} · ${keys}`}
        disabled={!enabled}
        onClick={run}
        onContextMenu={openList}
      />
      {anchor === null ? null : (
        <MenuList label={verb} items={items} anchor={anchor} onClose={() => setAnchor(null)} />
      )}
    </>
  );
}
