import { kindOf, technologyOf } from '../../shared/catalog/index';
import type { Kind } from '../../shared/catalog/kind';
import { kindByPurpose } from '../../shared/catalog/kind-by-purpose';
import { everydayWords, shortForms } from '../../shared/catalog/purpose-words';
import { type KindMatch, searchedText, searchKinds } from './search-kinds';

/** A line of the add box: a kind, perhaps one of its technologies, and the name that it bears in place of its kind's. */
export interface Offer {
  readonly kind: Kind;
  readonly technology?: string;
  readonly name?: string;
}

const mostOffers = 40;

/** One letter is the name of a box, not the beginning of a kind's. */
const leastLetters = 2;

/** How a kind was found: by its name or product; by the beginning of one; or by another word. */
type Found = 'whole' | 'begun' | 'word';

function foundBy({ kind, technology }: KindMatch, text: string): Found {
  if (technology !== undefined) return technologyFoundBy(kind, technology, text);
  const title = searchedText(kind.title);
  if (title === text || isShortFor(kind, text)) return 'whole';
  return title.startsWith(text) && text.length >= leastLetters ? 'begun' : 'word';
}

const isShortFor = (kind: Kind, text: string): boolean =>
  shortForms.includes(text) && kindByPurpose(text)?.kind === kind;

function technologyFoundBy(kind: Kind, technology: string, text: string): Found {
  const name = searchedText(technology);
  if (name === text) return 'whole';
  if (everydayWords.includes(text)) return 'word';
  const words = [name, ...(technologyOf(kind, technology)?.aliases ?? []).map(searchedText)];
  if (words.includes(text)) return 'whole';
  const isBrand = name.startsWith(`${text} `) && text.length > leastLetters;
  return isBrand || words.some((word) => isMostOf(word, text)) ? 'begun' : 'word';
}

/** More than half of a product's name is typed: less may be the beginning of any word ("Click", "Time", "Open"). */
const isMostOf = (word: string, text: string): boolean =>
  !word.includes(' ') && word.startsWith(text) && text.length > word.length / 2 && text.length > leastLetters;

/** Of names that begin alike the shortest comes first: "serv" is a service sooner than a service mesh. */
function byLength(a: Offer, b: Offer): number {
  if ((a.technology === undefined) !== (b.technology === undefined)) return 0;
  return (a.technology ?? a.kind.title).length - (b.technology ?? b.kind.title).length;
}

/** What was typed stays to be read: as the name, where neither kind nor technology says it. */
function kept(match: KindMatch, text: string): Offer {
  const wanted = searchedText(text);
  const said = searchedText(match.technology ?? match.kind.title);
  const isSaid = said.includes(wanted) || wanted.startsWith(said) || isShortFor(match.kind, wanted);
  return isSaid ? match : { ...match, name: text };
}

/**
 * What a typed text can mean, the likeliest first. A kind or product of that name comes first, then one that the words of its
 * purpose name ("User DB"), then one whose name begins so. The plain box that bears the text follows the first of them, and is
 * the first where there is none; what is found by another word comes after it and takes the text as its name.
 */
export function offersFor(typed: string): readonly Offer[] {
  const text = typed.trim();
  const wanted = searchedText(text);
  const found: Record<Found, Offer[]> = { whole: [], begun: [], word: [] };
  for (const match of searchKinds(wanted)) {
    const by = foundBy(match, wanted);
    found[by].push(by === 'word' ? { ...match, name: text } : kept(match, text));
  }
  const purpose = kindByPurpose(text);
  const meant =
    purpose === null ? [] : [isBegun(purpose.kind, wanted) ? purpose : { ...purpose, name: text }];
  const beside = purpose === null ? [] : besideWord(text);
  const [first, ...others] = [...found.whole, ...meant, ...found.begun.toSorted(byLength)];
  const box = kindOf('custom');
  const plain: readonly Offer[] = box === undefined ? [] : [{ kind: box, name: text }];
  const all = first === undefined ? [...plain] : [first, ...plain, ...others];
  return distinct([...all, ...found.word, ...beside]).slice(0, mostOffers);
}

const isBegun = (kind: Kind, text: string): boolean => searchedText(kind.title).startsWith(text);

/** The other kinds that the last word of a name finds: for "User DB" the databases. */
function besideWord(text: string): readonly Offer[] {
  const last = searchedText(text).split(' ').at(-1) ?? '';
  return last === searchedText(text) ? [] : searchKinds(last).map((match) => ({ ...match, name: text }));
}

/** Each kind and technology once, as it is first. */
function distinct(offers: readonly Offer[]): readonly Offer[] {
  const seen = new Map<string, Offer>();
  for (const offer of offers) {
    const key = `${offer.kind.id} ${offer.technology ?? ''}`;
    if (!seen.has(key)) seen.set(key, offer);
  }
  return [...seen.values()];
}
