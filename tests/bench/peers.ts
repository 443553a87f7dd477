import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { browserFlags } from '../support/browser.mjs';
import { drag, framesDuring, heapMb, pan, settledMs, zoom } from './frames';
import { quantile } from './statistics';
import { ownSubject, peerSubject, type Subject, viewport } from './subjects';

export interface PeerBenchOptions {
  readonly sizes: readonly number[];
  readonly runs: number;
  /** The program first; what is compared with it after it. */
  readonly subjects: readonly {
    readonly name: string;
    readonly url: string;
    readonly kind: 'own' | 'peer';
  }[];
  readonly executablePath: string;
  /** Where CPU profiles of the program are written; none where left out. */
  readonly profiles?: string | undefined;
}

/** Figures of one editor at one size, by cell; what went wrong in a run has none. */
export type Cells = Map<string, number[]>;

export const cellNames = [
  'ready',
  'all: pan',
  'all: zoom',
  'all: drag',
  '100 %: pan',
  '100 %: zoom',
  '100 %: drag',
  'heap',
] as const;

const settleLimitMs = 60_000;
/** A run of one editor that takes longer is given up: its other cells stay empty. */
const runLimitMs = 120_000;

interface Prepared {
  readonly context: BrowserContext;
  readonly address: string;
}

export type Results = ReadonlyMap<number, ReadonlyMap<string, Cells>>;

/**
 * Measures all editors in turn, run after run, so that what else the machine does meets all of them. `onRun` is given what is
 * measured so far.
 */
export async function benchPeers(
  options: PeerBenchOptions,
  onRun: (results: Results) => void,
): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'loadline-bench-'));
  const browser = await chromium.launch({ executablePath: options.executablePath, args: browserFlags });
  const subjects = options.subjects.map(({ name, url, kind }) =>
    kind === 'own' ? ownSubject(name, url, folder) : peerSubject(name, url),
  );
  const results = new Map(
    options.sizes.map((count) => [
      count,
      new Map<string, Cells>(subjects.map(({ name }) => [name, new Map()])),
    ]),
  );
  const prepare = preparer(browser);
  try {
    for (let run = 0; run < options.runs; run++)
      for (const [count, ofSize] of results)
        for (const subject of subjects) {
          const cells = ofSize.get(subject.name);
          const prepared = await prepare(subject, count);
          if (prepared === null || cells === undefined) continue;
          await noteRun(subject, prepared, count, cells, run === 0 ? options.profiles : undefined);
          onRun(results);
        }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

/** Puts a scene into an editor's storage once; null where the editor cannot hold it. */
function preparer(browser: Browser): (subject: Subject, count: number) => Promise<Prepared | null> {
  const known = new Map<string, Prepared | null>();
  return async (subject, count) => {
    const key = `${subject.name}, ${count}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const context = await browser.newContext({ viewport });
    let prepared: Prepared | null = null;
    try {
      prepared = { context, address: await subject.prepare(context, count) };
    } catch (error) {
      console.log(`${key}: cannot hold the scene: ${messageOf(error)}`);
      await context.close();
    }
    known.set(key, prepared);
    return prepared;
  };
}

async function noteRun(
  subject: Subject,
  prepared: Prepared,
  count: number,
  cells: Cells,
  profiles: string | undefined,
): Promise<void> {
  const measured: string[] = [];
  const note = (cell: string, value: number): void => {
    cells.set(cell, [...(cells.get(cell) ?? []), value]);
    measured.push(`${cell} ${value.toFixed(1)}`);
  };
  try {
    await benchRun(subject, prepared, count, note, profiles);
  } catch (error) {
    console.log(`${subject.name}, ${count}: ${messageOf(error)}`);
  }
  console.log(`${subject.name}, ${count}: ${measured.join('  ')}`);
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

async function benchRun(
  subject: Subject,
  { context, address }: Prepared,
  count: number,
  note: (cell: string, value: number) => void,
  profiles: string | undefined,
): Promise<void> {
  const page = await context.newPage();
  const timer = setTimeout(() => void page.close(), runLimitMs);
  try {
    const session = await context.newCDPSession(page);
    const profiled = profilerOf(session, profiles, `${subject.name}-${count}`);
    await profiled('ready', async () => {
      await page.goto(address, { waitUntil: 'commit' });
      note('ready', await settledMs(page, subject.isShown, settleLimitMs));
    });
    await session.send('Performance.enable');
    await page.waitForTimeout(2_500);
    for (const view of ['all', '100 %'] as const) {
      await (view === 'all' ? subject.showAll(page, count) : subject.showAtFull(page, count));
      await page.waitForTimeout(1_200);
      const frames = view === 'all' ? 12 : 24;
      await measure(page, session, profiled, note, `${view}: pan`, () => pan(page, frames));
      await measure(page, session, profiled, note, `${view}: zoom`, () => zoom(page, frames));
      await page.waitForTimeout(300);
      await (view === 'all' ? subject.showAll(page, count) : subject.showAtFull(page, count));
      await page.waitForTimeout(500);
      const grip = await subject.grip(page, count);
      await measure(page, session, profiled, note, `${view}: drag`, () => drag(page, grip, frames));
      await page.waitForTimeout(800);
    }
    note('heap', await heapMb(session));
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}

type Profiled = (cell: string, act: () => Promise<void>) => Promise<void>;

async function measure(
  page: Page,
  session: CDPSession,
  profiled: Profiled,
  note: (cell: string, value: number) => void,
  cell: string,
  act: () => Promise<void>,
): Promise<void> {
  await profiled(cell, async () => {
    note(cell, (await framesDuring(page, session, act)).workMs);
  });
}

/** Writes a CPU profile of each cell into a folder, where one is given; profiled times are longer. */
function profilerOf(session: CDPSession, folder: string | undefined, name: string): Profiled {
  if (folder === undefined) return (_cell, act) => act();
  mkdirSync(folder, { recursive: true });
  return async (cell, act) => {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 500 });
    await session.send('Profiler.start');
    await act();
    const { profile } = await session.send('Profiler.stop');
    writeFileSync(
      join(folder, `${name}-${cell.replace(/[^a-z0-9]+/gi, '-')}.cpuprofile`),
      JSON.stringify(profile),
    );
  };
}

export const medianOf = (values: readonly number[]): number => quantile(values, 0.5);
