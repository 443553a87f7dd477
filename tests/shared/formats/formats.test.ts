import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { formats } from '../../../shared/formats';
import { endingsOf, type Format, type Pixels, type WriteJob } from '../../../shared/formats/format';
import { optionsOf } from '../../../shared/formats/options';
import { readDesignFile } from '../../../shared/formats/read-design-file';
import { readers } from '../../../shared/formats/readers';
import type { SvgPicture } from '../../../shared/formats/svg/picture';
import { counts } from '../../../shared/model/limits';
import { drawnTinyUrl } from '../../support/drawn-tinyurl';
import { smallPng } from '../../support/small-png';
import { writeJob } from '../../support/write-job';

const named = formats.map((format) => [format.id, format] as const);
const read = named.filter(([, format]) => format.read !== undefined);

async function bytesOf(format: Format, job: WriteJob = writeJob()): Promise<Uint8Array> {
  const written = await format.write(job);
  if (!written.ok) throw new Error(written.reason.text);
  return typeof written.content === 'string' ? new TextEncoder().encode(written.content) : written.content;
}

test('the list of readers has the reader of every format that is read, in the same order', () => {
  const reading = formats.filter(({ read }) => read !== undefined);
  expect(reading).toEqual(readers.map((reader) => expect.objectContaining(reader)));
});

test('no two formats have an ending in common', () => {
  const endings = formats.flatMap(endingsOf);
  expect(endings.toSorted()).toEqual([...new Set(endings)].toSorted());
});

test.each(named)(
  'every option of %s has a control, and a text on the command line says what it has to be',
  (_, format) => {
    for (const { name, type, offered, off, flag, isValid, standard } of optionsOf(format.options)) {
      expect(isValid(standard), name).toBe(true);
      for (const [value] of offered ?? []) expect(isValid(value), `${name}: ${value}`).toBe(true);
      if (type.kind !== 'switch') expect(offered !== undefined || isValid(off), name).toBe(true);
      if (type.kind === 'text' && flag !== undefined) expect(flag.expected, name).toBeTypeOf('string');
      // A choice of few values is listed whole in place of a word for them.
      const isListed = type.kind === 'choice' && type.choices.length <= 3;
      if (flag !== undefined) expect(flag.value === undefined, name).toBe(type.kind === 'switch' || isListed);
    }
  },
);

test('options of other formats are ignored, and the same options give the same bytes', async () => {
  for (const format of formats) {
    const others = formats.flatMap(({ options }) =>
      optionsOf(options).map(({ name, standard }) => [name, standard]),
    );
    const options = { ...Object.fromEntries(others), embed: true, ofNoFormat: 1 };
    expect(await bytesOf(format, writeJob({ options }))).toEqual(await bytesOf(format));
  }
});

test('an option out of range is refused', async () => {
  for (const [id, options] of [
    ['png', { scale: 99 }],
    ['svg', { background: '"><script>' }],
  ] as const)
    await expect(formats.find((format) => format.id === id)?.write(writeJob({ options }))).rejects.toThrow();
});

describe('what is written is read again as the same design', () => {
  test.each(read)('%s', async (_, format) => {
    const reading = await readDesignFile('x', await bytesOf(format));
    expect(reading).toEqual({ ok: true, value: { designs: [drawnTinyUrl], guesses: [], losses: [] } });
  });
});

describe('reading reports progress and can be stopped at each step', () => {
  test.each(read)('%s', async (_, format) => {
    const bytes = await bytesOf(format);
    const shares: number[] = [];
    await readDesignFile('x', bytes, { onProgress: (share) => void shares.push(share) });
    expect(shares).toEqual([...new Set(shares)].toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
    expect(shares.length).toBeGreaterThan(2);
    for (const last of shares.slice(0, -1)) {
      const signal = { aborted: false };
      const reading = await readDesignFile('x', bytes, {
        signal,
        onProgress: (share) => {
          signal.aborted = share >= last;
        },
      });
      expect(reading).toMatchObject({ ok: false, problems: [{ key: 'stopped' }] });
    }
  });

  test('reading that is stopped before it begins does nothing', async () => {
    const reading = await readDesignFile('x', smallPng(), { signal: { aborted: true } });
    expect(reading).toMatchObject({ problems: [{ key: 'stopped' }] });
  });
});

test('writing a picture that is stopped does not rasterize', async () => {
  let drawn = 0;
  const draw = async (): Promise<Pixels> => {
    drawn += 1;
    return { ok: true, png: smallPng(), losses: [] };
  };
  for (const format of formats.filter(({ preview }) => preview === 'picture')) {
    const signal = { aborted: true };
    const written = await format.write(writeJob({ signal, rasterizer: { needsFonts: false, draw } }));
    expect(written.ok).toBe(false);
  }
  expect(drawn).toBe(0);
});

describe('a picture', () => {
  const picture = (id: string) => formats.find((format) => format.id === id);

  test('in pixels passes on why the rasterizer fails and what it cannot draw', async () => {
    const why = { text: 'too large', values: {} };
    const refusing = { needsFonts: false, draw: async (): Promise<Pixels> => ({ ok: false, reason: why }) };
    expect(await picture('png')?.write(writeJob({ rasterizer: refusing }))).toEqual({
      ok: false,
      reason: why,
    });
    const draw = async (): Promise<Pixels> => ({ ok: true, png: smallPng(), losses: [why] });
    const written = await picture('png')?.write(writeJob({ rasterizer: { needsFonts: false, draw } }));
    expect(written).toMatchObject({ ok: true, losses: [why] });
  });

  test.each([true, false])(
    'in pixels contains its fonts if the rasterizer needs them: %s',
    async (needsFonts) => {
      const pictures: SvgPicture[] = [];
      const draw = async (drawn: SvgPicture): Promise<Pixels> => {
        pictures.push(drawn);
        return { ok: true, png: smallPng(), losses: [] };
      };
      const fontCssFor = async () => '@font-face{}';
      await picture('png')?.write(writeJob({ fontCssFor, rasterizer: { needsFonts, draw } }));
      expect(pictures.map(({ svg }) => svg.includes('@font-face'))).toEqual([needsFonts]);
      expect(pictures[0]?.svg).not.toContain('loadline:design');
    },
  );

  test('leaves out a design that is too large for one, and says so', async () => {
    const notes = 'x'.repeat(counts.unpackedBytes);
    const design = { ...drawnTinyUrl, notes };
    const job = { design, resolved: resolve(design) };
    for (const id of ['png', 'svg']) {
      const written = await picture(id)?.write(writeJob(job));
      expect(written?.ok === true && written.losses).toEqual([
        { text: expect.stringContaining('too large'), values: {} },
      ]);
      const bare = await picture(id)?.write(writeJob({ ...job, options: { embed: false } }));
      expect(bare).toEqual({ ...written, losses: [] });
    }
  });

  test('without a caption names a load other than ×1, unless it has no figures', async () => {
    const loads = async (options: WriteJob['options'], load: number) =>
      String(
        new TextDecoder().decode(await bytesOf(picture('svg') as Format, writeJob({ options, load }))),
      ).includes('load ×2');
    expect(await loads({ caption: false }, 2)).toBe(true);
    expect(await loads({ caption: false }, 1)).toBe(false);
    expect(await loads({ caption: false, figures: false }, 2)).toBe(false);
  });
});
