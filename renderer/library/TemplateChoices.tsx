import type { ReactNode } from 'react';
import { templateTitles as templates } from '../../shared/templates/titles';
import { TemplatePicture } from '../panels/TemplatePicture';
import { createFromTemplate } from '../storage/create-from-template';
import { createDesign } from '../storage/library';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './TemplateChoices.module.css';

type Template = (typeof templates)[number];
type Size = 'large' | 'medium' | 'small';

/** The designs that are worked out in full; the others show an architecture style. */
const worked: readonly string[] = ['tinyurl', 'tinyurl-without-cache'];

/** The full designs and an empty canvas. */
export function WorkedChoices() {
  return (
    <Choices size="large" templates={templates.filter(({ id }) => worked.includes(id))}>
      <EmptyChoice />
    </Choices>
  );
}

/** Architecture styles, each a small design to start from. */
export function StarterChoices() {
  return <Choices size="medium" templates={templates.filter(({ id }) => !worked.includes(id))} />;
}

/** Everything a design can start from, by picture and name. */
export function AllChoices() {
  return (
    <Choices size="small" templates={templates}>
      <EmptyChoice />
    </Choices>
  );
}

function EmptyChoice() {
  return (
    <li>
      <button type="button" className={styles.choice} onClick={() => void createDesign()}>
        <span className={`${styles.picture} ${styles.blank}`}>
          <Icon name="plus" size={28} />
        </span>
        <ChoiceWords
          title={t('Empty canvas')}
          summary={t('Start with the client: who calls the system, and how often?')}
        />
      </button>
    </li>
  );
}

interface ChoicesProps {
  readonly size: Size;
  readonly templates: readonly Template[];
  readonly children?: ReactNode;
}

function Choices({ size, templates: offered, children }: ChoicesProps) {
  return (
    <ul className={[styles.choices, styles[size]].join(' ')}>
      {offered.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            className={styles.choice}
            data-tip={size === 'small' ? t(template.summary) : undefined}
            onClick={() => void createFromTemplate(template.id)}
          >
            <span className={styles.picture}>
              <TemplatePicture id={template.id} />
            </span>
            <ChoiceWords title={t(template.title)} summary={t(template.summary)} />
          </button>
        </li>
      ))}
      {children}
    </ul>
  );
}

function ChoiceWords({ title, summary }: { readonly title: string; readonly summary: string }) {
  return (
    <span className={styles.words}>
      <span className={styles.title}>{title}</span>
      <span className={styles.summary}>{summary}</span>
    </span>
  );
}
