import type { ReactNode } from 'react';
import { useDocument } from '../../store/document';
import styles from '../inspector/Inspector.module.css';

/** Fields that change the design: disabled in a read-only design. Controls that only show something are outside of it. */
export function EditableFields({ children }: { readonly children: ReactNode }) {
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <fieldset disabled={readOnly} className={styles.editable}>
      {children}
    </fieldset>
  );
}
