import { useRef } from 'react';
import type { Box } from '../../shared/model/schema';
import { type Choice, ChoiceForm, type ChoiceFormProps } from './ChoiceForm';
import styles from './Picker.module.css';
import { useClearPlace } from './use-clear-place';

const placements = ['right-start', 'left-start', 'bottom', 'top'] as const;

interface ChoicePickerProps<C extends Choice> extends ChoiceFormProps<C> {
  /** The part that is chosen for, canvas px. */
  readonly beside: Box;
}

/** A list to choose from by typing, beside a part of the canvas. */
export function ChoicePicker<C extends Choice>({ beside, ...rest }: ChoicePickerProps<C>) {
  const picker = useRef<HTMLFormElement>(null);
  useClearPlace(picker, { about: beside, placements, gapPx: 16 });
  return <ChoiceForm {...rest} formRef={picker} className={`nokey nowheel ${styles.picker}`} />;
}
