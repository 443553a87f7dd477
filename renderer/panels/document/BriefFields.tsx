import { type BriefField, briefFields } from '../../../shared/formats/report/document';
import type { Brief } from '../../../shared/model/schema';
import { useEditor } from '../../store/editors';
import { Field } from '../../ui/Field';
import { t } from '../../words/t';
import styles from './Document.module.css';
import { WrittenText } from './WrittenText';

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the design is for: problem, use cases, requirements, constraints. */
export function BriefFields({ brief }: { readonly brief: Brief | undefined }) {
  return (
    <div className={styles.fields}>
      {briefFields.map((field) => (
        <BriefText key={field.id} field={field} value={brief?.[field.id]} />
      ))}
    </div>
  );
}

interface BriefTextProps {
  readonly field: BriefField;
  readonly value: Brief[keyof Brief];
}

function BriefText({ field: { id, title, isList }, value = '' }: BriefTextProps) {
  const { edit } = useEditor();
  const write = (text: string): void => {
    edit(t('Write {section}', { section: t(title) }), [
      { op: 'patch-brief', patch: { [id]: isList ? linesOf(text) : text.trim() } },
    ]);
  };
  return (
    <Field label={t(title)} stacked>
      {(ids) => (
        <WrittenText
          id={ids.id}
          value={typeof value === 'string' ? value : value.join('\n')}
          placeholder={isList ? t('One a line') : ''}
          onWrite={write}
        />
      )}
    </Field>
  );
}
