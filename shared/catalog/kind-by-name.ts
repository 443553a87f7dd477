import { kinds, technologyOf } from './index';
import { kindByPurpose, type PurposeMatch, wordsOfName } from './kind-by-purpose';
import { everydayWords } from './purpose-words';

/**
 * What a component of this name most likely is: a kind or product of that very name ("Cache", "Kafka"), else what its words
 * say of its purpose ("User DB"); null where they say nothing.
 */
export function kindByName(name: string): PurposeMatch | null {
  const text = wordsOfName(name).join(' ');
  if (text === '') return null;
  for (const kind of kinds)
    if (kind.id !== 'custom' && wordsOfName(kind.title).join(' ') === text) return { kind };
  const purpose = kindByPurpose(name);
  if (purpose !== null || everydayWords.includes(text)) return purpose;
  for (const kind of kinds) {
    const technology = technologyOf(kind, text);
    if (technology !== undefined) return { kind, technology: technology.name };
  }
  return null;
}
