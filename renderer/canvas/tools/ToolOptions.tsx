import { isAnnotationId } from '../../../shared/layout/annotations/index';
import { useEditor } from '../../store/editors';
import type { Tool } from '../../store/view';
import { t } from '../../words/t';
import { annotationKinds } from '../annotations/index';
import { StyleChoices } from '../annotations/StyleChoices';
import { styleFieldsOf } from '../annotations/style-fields';
import { chooseStyle, useToolStyles } from '../annotations/tool-styles';
import styles from './ToolBar.module.css';

/** The style of the tool in hand: what is drawn next has it. */
export function ToolOptions({ tool }: { readonly tool: Tool }) {
  const editor = useEditor();
  const all = useToolStyles((state) => state);
  if (!isAnnotationId(tool)) return null;
  const fields = styleFieldsOf(annotationKinds[tool].styleFields);
  if (fields.length === 0) return null;
  const style = all[tool] ?? {};
  return (
    <fieldset className={styles.options} aria-label={t('Style of the tool')}>
      {fields.map((field) => (
        <StyleChoices
          key={field.id}
          field={field}
          value={style[field.id]}
          onChoose={(value) => chooseStyle(editor, tool, { [field.id]: value })}
        />
      ))}
    </fieldset>
  );
}
