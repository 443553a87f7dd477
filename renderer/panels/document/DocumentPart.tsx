import type { DocumentBlock, DocumentSection } from '../../../shared/formats/report/document';
import { own } from '../../../shared/model/own';
import type { Design, Writing } from '../../../shared/model/schema';
import { sections } from '../../../shared/practice/sections';
import { useEditor } from '../../store/editors';
import { listed, t } from '../../words/t';
import { BriefFields } from './BriefFields';
import { DiagramFigure } from './DiagramFigure';
import styles from './Document.module.css';
import { EntryList } from './EntryList';
import { FigureTable } from './FigureTable';
import { headingId, sectionTitle } from './Outline';
import { Workbench } from './Workbench';
import { WrittenText } from './WrittenText';

interface DocumentPartProps {
  readonly section: DocumentSection;
  readonly design: Design;
  readonly writing: Writing;
}

/** One section: its text, and what is in it as data or is computed. */
export function DocumentPart({ section, design, writing }: DocumentPartProps) {
  const { edit } = useEditor();
  const title = sectionTitle(section);
  const write = (next: string): void => {
    edit(t('Write {section}', { section: title }), [
      { op: 'write-section', section: section.id, text: next.trim() === '' ? null : next },
    ]);
  };
  const text = own(writing.sections, section.id) ?? '';
  const isEmpty = text === '' && section.blocks.length === 0;
  return (
    <section
      className={styles.section}
      aria-labelledby={headingId(section.id)}
      data-empty={isEmpty ? '' : undefined}
    >
      <h2 id={headingId(section.id)} tabIndex={-1} translate={section.title === '' ? 'no' : undefined}>
        {title}
      </h2>
      <WrittenText
        label={t('Text of {section}', { section: title })}
        value={text}
        placeholder={promptOf(section.id)}
        markdown
        onWrite={write}
      />
      {section.blocks.map((block) => (
        <Block key={block} block={block} design={design} writing={writing} />
      ))}
    </section>
  );
}

/** What belongs into a section, in grey while nothing is written. */
function promptOf(id: string): string {
  const items = sections.find((section) => section.id === id)?.items ?? [];
  if (items.length === 0) return t('Text in Markdown');
  return t('Text in Markdown, for instance: {items}', { items: listed(items.map(({ title }) => t(title))) });
}

interface BlockProps {
  readonly block: DocumentBlock;
  readonly design: Design;
  readonly writing: Writing;
}

function Block({ block, design, writing }: BlockProps) {
  switch (block) {
    case 'brief':
      return <BriefFields brief={writing.brief} />;
    case 'apis':
    case 'entities':
    case 'decisions':
      return <EntryList list={block} design={design} entries={writing[block] ?? []} />;
    case 'diagram':
      return <DiagramFigure design={design} />;
    case 'estimates':
      return <Workbench design={design} />;
    default:
      return <FigureTable block={block} design={design} />;
  }
}
