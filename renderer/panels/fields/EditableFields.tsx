import type { ReactNode } from 'react';
import { useDocument } from '../../store/document';
import styles from '../inspector/Inspector.module.css';

/** Fields that change the design: disabled where it can only be looked at. What only shows something stands outside of it. */
export function EditableFields({ children }: { readonly children: ReactNode }) {
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <fieldset disabled={readOnly} className={styles.editable}>
      {children}
    </fieldset>
  );
}
