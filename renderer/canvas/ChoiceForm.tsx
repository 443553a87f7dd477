import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { LayerId } from '../../shared/model/vocabulary';
import { useEditor } from '../store/editors';
import { Icon } from '../ui/Icon';
import { useCombobox } from '../ui/use-combobox';
import styles from './Picker.module.css';
import { focusCanvas } from './viewport';

/** A line of a list that is chosen from. */
export interface Choice {
  readonly key: string;
  readonly title: string;
  readonly icon: string;
  readonly layer?: LayerId | undefined;
}

export interface ChoiceFormProps<C extends Choice> {
  /** What the field is for. */
  readonly label: string;
  /** What the list is of. */
  readonly listLabel: string;
  /** Shown where nothing is found. */
  readonly nothing: string;
  /** The choices that a text finds, best first; all of them for an empty one. */
  readonly find: (text: string) => readonly C[];
  readonly onTake: (choice: C) => void;
  readonly onClose: () => void;
  /** What stands under the list about the choice that Enter would take. */
  readonly about?: (choice: C) => ReactNode;
}

interface OwnProps {
  readonly className?: string;
  readonly formRef?: RefObject<HTMLFormElement | null>;
}

/** A field with a list under it to choose from by typing. It takes the keyboard, and gives it back to the canvas. */
export function ChoiceForm<C extends Choice>(props: ChoiceFormProps<C> & OwnProps) {
  const { label, listLabel, nothing, find, onTake, onClose, about, className, formRef } = props;
  const editor = useEditor();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const choices = find(text.trim());
  const close = (): void => {
    onClose();
    focusCanvas(editor);
  };
  const take = (index: number): void => {
    const choice = choices[index];
    if (choice === undefined) return;
    close();
    onTake(choice);
  };
  const combobox = useCombobox({ count: choices.length, onTake: take, onClose: close });
  const active = choices[combobox.active];
  return (
    <form
      ref={formRef}
      data-floating={formRef === undefined ? undefined : ''}
      className={className}
      onSubmit={(event) => event.preventDefault()}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <input
        ref={field}
        className={styles.field}
        {...combobox.fieldProps}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          combobox.setActive(0);
        }}
        onKeyDown={combobox.onKey}
      />
      <div id={combobox.listId} className={styles.list} role="listbox" aria-label={listLabel}>
        {choices.map(({ key, title, icon, layer }, index) => (
          <div
            key={key}
            {...combobox.optionProps(index)}
            role="option"
            tabIndex={-1}
            className={styles.option}
            data-layer={layer}
            onPointerMove={() => combobox.setActive(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              take(index);
            }}
          >
            <span className={styles.icon}>
              <Icon name={icon} size={15} />
            </span>
            <span className={styles.title}>{title}</span>
          </div>
        ))}
        {choices.length === 0 ? <p className={styles.nothing}>{nothing}</p> : null}
      </div>
      {about === undefined || active === undefined ? null : about(active)}
    </form>
  );
}

/** The choices whose title, or another name of theirs, has a text in it. */
export const titled =
  <C extends Choice>(all: readonly C[], otherName: (choice: C) => string = () => '') =>
  (text: string): readonly C[] => {
    const wanted = text.toLowerCase();
    return all.filter((choice) => `${choice.title} ${otherName(choice)}`.toLowerCase().includes(wanted));
  };
