import type { Mark } from '../../../shared/model/schema';
import { setStyle } from '../../canvas/annotations/annotation-actions';
import { annotationKindOf } from '../../canvas/annotations/index';
import type { StyleFieldId } from '../../canvas/annotations/mark-style';
import { StyleChoices } from '../../canvas/annotations/StyleChoices';
import { type StyleChoice, styleFieldsOf } from '../../canvas/annotations/style-fields';
import { activeEditor } from '../../store/editors';
import { t } from '../../words/t';
import styles from './AnnotationStyle.module.css';

/** The fields of style that all of these annotations have. */
function commonFields(marks: readonly Mark[]): readonly StyleFieldId[] {
  const [first = [], ...others] = marks.map(({ kind }) => annotationKindOf(kind)?.styleFields ?? []);
  return first.filter((field) => others.every((fields) => fields.includes(field)));
}

/** What all of them have there; what none of the choices is where they differ. */
const commonValue = (marks: readonly Mark[], field: StyleFieldId): StyleChoice['value'] | null => {
  const [first, ...others] = marks.map((mark) => mark[field]);
  return others.every((value) => value === first) ? first : null;
};

/** The style of annotations, a row a field. */
export function AnnotationStyle({ marks }: { readonly marks: readonly Mark[] }) {
  const fields = styleFieldsOf(commonFields(marks));
  if (fields.length === 0) return null;
  return (
    <fieldset className={styles.style} aria-label={t('Style')}>
      {fields.map((field) => (
        <div key={field.id} className={styles.row} data-color={field.isColor ? '' : undefined}>
          <span className={styles.title}>{t(field.title)}</span>
          <StyleChoices
            field={field}
            isTitled
            value={commonValue(marks, field.id)}
            onChoose={(value) => setStyle(activeEditor(), marks, { [field.id]: value })}
          />
        </div>
      ))}
    </fieldset>
  );
}
