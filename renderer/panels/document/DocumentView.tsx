import { useState } from 'react';
import { shownSections } from '../../../shared/formats/report/document';
import type { Design, Writing } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useReport } from '../../store/report';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { factorText } from '../../words/figures';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { AddSection } from './AddSection';
import styles from './Document.module.css';
import { DocumentPart } from './DocumentPart';
import { Outline } from './Outline';
import { saveAsHtml, saveAsMarkdown } from './save-document';
import { useCanvasBack } from './use-canvas-back';
import { DocumentPreview } from './WrittenText';

const nothingWritten: Writing = {};

/** The open design as a document: what is written about it, section by section, with its figures and its diagram. */
export function DocumentView() {
  useCanvasBack();
  const design = useDocument((state) => state.design);
  return design === null ? null : <DesignDocument design={design} />;
}

function DesignDocument({ design }: { readonly design: Design }) {
  const writing = design.writing ?? nothingWritten;
  const [opened, setOpened] = useState<readonly string[]>([]);
  const readOnly = useDocument((state) => state.readOnly);
  const [inPreview, setInPreview] = useState(readOnly);
  const sections = shownSections(writing, opened);
  return (
    <div className={styles.view}>
      <Outline sections={sections} />
      <main className={styles.scroll} aria-label={t('Document')}>
        <article className={styles.page}>
          <Head design={design} inPreview={inPreview} onPreview={setInPreview} />
          <EditableFields>
            <DocumentPreview value={inPreview}>
              {sections.map((section) => (
                <DocumentPart key={section.id} section={section} design={design} writing={writing} />
              ))}
            </DocumentPreview>
            <AddSection shown={sections} onAdd={(id) => setOpened([...opened, id])} />
          </EditableFields>
        </article>
      </main>
    </div>
  );
}

interface HeadProps {
  readonly design: Design;
  readonly inPreview: boolean;
  readonly onPreview: (inPreview: boolean) => void;
}

function Head({ design, inPreview, onPreview }: HeadProps) {
  const load = useView((state) => state.load);
  const failure = useReport((state) => state.failure);
  return (
    <header className={styles.head}>
      <div>
        <h1 translate="no">{design.name}</h1>
        <p className={styles.muted}>
          {failure ??
            (load === 1
              ? t('Figures are those of the design as it is drawn.')
              : t('Figures at load {load}.', { load: factorText(load) }))}
        </p>
      </div>
      <div className={styles.actions}>
        <Button
          variant="quiet"
          aria-pressed={inPreview}
          data-tip={t('Shows the texts as they read, without the marks of Markdown')}
          onClick={() => onPreview(!inPreview)}
        >
          {t('Preview')}
        </Button>
        <Button icon="download" onClick={() => void saveAsMarkdown(design)}>
          {t('Save as Markdown')}
        </Button>
        <Button icon="download" onClick={() => void saveAsHtml(design)}>
          {t('Save as HTML')}
        </Button>
        <Button onClick={() => window.print()}>{t('Print')}</Button>
      </div>
    </header>
  );
}
