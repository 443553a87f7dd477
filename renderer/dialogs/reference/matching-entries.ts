import { kinds } from '../../../shared/catalog/index';
import type { Kind } from '../../../shared/catalog/kind';
import { layerTitles } from '../../../shared/diagram/palette';
import { layerIds } from '../../../shared/model/vocabulary';
import { topicGroups } from '../../../shared/practice/topics/index';
import type { Topic } from '../../../shared/practice/topics/topic';
import { familyOf, ruleFamilies } from '../../../shared/rules/families';
import type { ListedRule } from '../../engine/protocol';

/** Some entries of the reference under one heading: a layer's kinds, a family's rules. */
export interface Section<Entry> {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/);

/** Whether the texts together have every word. */
function hasWords(texts: readonly string[], words: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
}

const filled = <Entry>(sections: readonly Section<Entry>[]): readonly Section<Entry>[] =>
  sections.filter(({ entries }) => entries.length > 0);

/** The kinds whose names, purpose or technologies have every word of the text, by layer. */
export function matchingKinds(text: string): readonly Section<Kind>[] {
  const words = wordsOf(text);
  const found = kinds.filter(({ id, title, purpose, layer, technologies }) =>
    hasWords([id, title, purpose, layerTitles[layer], ...technologies.map(({ name }) => name)], words),
  );
  return filled(
    layerIds.map((id) => ({
      id,
      title: layerTitles[id],
      entries: found.filter(({ layer }) => layer === id),
    })),
  );
}

/** The rules whose code, name, reason or family have every word of the text, by family. */
export function matchingRules(rules: readonly ListedRule[], text: string): readonly Section<ListedRule>[] {
  const words = wordsOf(text);
  const found = rules.filter(({ id, code, title, why }) =>
    hasWords([id, code, title, why, familyOf(code).title], words),
  );
  return filled(
    ruleFamilies.map(({ id, title, code: family }) => ({
      id,
      title,
      entries: found.filter(({ code }) => familyOf(code).code === family),
    })),
  );
}

/** The terms whose title, text, formula or keywords have every word of the text, by what they are about. */
export function matchingTopics(text: string): readonly Section<Topic>[] {
  const words = wordsOf(text);
  return filled(
    topicGroups.map(({ id, title, topics }) => ({
      id,
      title,
      entries: topics.filter((topic) =>
        hasWords([topic.id, topic.title, topic.text, topic.formula ?? '', ...topic.keywords], words),
      ),
    })),
  );
}
