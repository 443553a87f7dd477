import { useState } from 'react';
import {
  type TemplateTag,
  type TemplateTitle,
  tagTitles,
  templateTags,
  templateTitles,
} from '../../../shared/templates/titles';
import { insertTemplate } from '../../commands/insert-template';
import { TemplatePicture } from '../../panels/TemplatePicture';
import { createFromTemplate } from '../../storage/create-from-template';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SearchField } from '../../ui/SearchField';
import { t } from '../../words/t';
import styles from './TemplateGallery.module.css';

type Template = (typeof templateTitles)[number];

/** Whether a template has a tag, where one is chosen, and each word of a search in its texts. */
function answers({ title, summary, tags }: TemplateTitle, text: string, tag: TemplateTag | null): boolean {
  if (tag !== null && !tags.includes(tag)) return false;
  const own = [t(title), t(summary), ...tags.map((one) => t(tagTitles[one]))].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((word) => own.includes(word));
}

/** Complete designs by picture, to open as a new design or to insert into the one that is open. */
export function TemplateGallery() {
  const { setView } = useEditor();
  const [text, setText] = useState('');
  const [tag, setTag] = useState<TemplateTag | null>(null);
  const found = templateTitles.filter((template) => answers(template, text, tag));
  return (
    <Dialog title={t('Templates')} size="large" onClose={() => setView({ dialog: null })}>
      <SearchField label={t('Search templates')} value={text} onChange={setText} autoFocus />
      <fieldset className={styles.tags} aria-label={t('Tags')}>
        {templateTags.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.tag}
            aria-pressed={tag === one}
            onClick={() => setTag(tag === one ? null : one)}
          >
            {t(tagTitles[one])}
          </button>
        ))}
      </fieldset>
      {found.length === 0 ? <p className={styles.muted}>{t('No matches.')}</p> : null}
      <ul className={styles.list}>
        {found.map((template) => (
          <Entry key={template.id} template={template} />
        ))}
      </ul>
    </Dialog>
  );
}

function Entry({ template }: { readonly template: Template }) {
  const editor = useEditor();
  const canInsert = useDocument(({ design, readOnly }) => design !== null && !readOnly);
  const title = t(template.title);
  const close = (): void => editor.setView({ dialog: null });
  return (
    <li className={styles.entry} aria-label={title}>
      <span className={styles.picture}>
        <TemplatePicture id={template.id} />
      </span>
      <div className={styles.words}>
        <h3>{title}</h3>
        <p className={styles.muted}>{t(template.summary)}</p>
      </div>
      <div className={styles.actions}>
        <Button
          onClick={() => {
            close();
            void insertTemplate(editor, template.id);
          }}
          disabled={!canInsert}
          aria-label={t('Insert {name} into this design', { name: title })}
        >
          {t('Insert')}
        </Button>
        <Button
          onClick={() => {
            close();
            void createFromTemplate(template.id);
          }}
          aria-label={t('Open as new: {name}', { name: title })}
        >
          {t('Open as new')}
        </Button>
      </div>
    </li>
  );
}
