import { type Cells, cellNames, medianOf, type Results } from './peers';

interface Circumstances {
  readonly command: string;
  readonly machine: string;
  readonly date: string;
}

const figure = (values: readonly number[] | undefined): string => {
  if (values === undefined || values.length === 0) return '–';
  const [median, least] = [medianOf(values), Math.min(...values)];
  const digits = median < 20 ? 1 : 0;
  return `${median.toFixed(digits)} (${least.toFixed(digits)}, ${values.length})`;
};

const titles: Readonly<Record<(typeof cellNames)[number], string>> = {
  ready: 'ready from a cold load, ms',
  'all: pan': 'everything in view: pan, ms a frame',
  'all: zoom': 'everything in view: zoom, ms a frame',
  'all: drag': 'everything in view: drag, ms a frame',
  '100 %: pan': 'at 100 %: pan, ms a frame',
  '100 %: zoom': 'at 100 %: zoom, ms a frame',
  '100 %: drag': 'at 100 %: drag, ms a frame',
  heap: 'heap, MB',
};

/** The program's median by the least median of the other editors; null where there is none to compare with. */
function ratioOf(own: Cells, others: readonly Cells[], cell: string): number | null {
  const mine = own.get(cell);
  const theirs = others.flatMap((cells) => {
    const values = cells.get(cell);
    return values === undefined ? [] : [medianOf(values)];
  });
  if (mine === undefined || theirs.length === 0) return null;
  return medianOf(mine) / Math.min(...theirs);
}

function tableOf(count: number, editors: ReadonlyMap<string, Cells>): string {
  const names = [...editors.keys()];
  const [own = new Map<string, number[]>(), ...others] = [...editors.values()];
  const rows = cellNames.map((cell) => {
    const ratio = ratioOf(own, others, cell);
    const figures = [...editors.values()].map((cells) => figure(cells.get(cell)));
    const verdict = ratio === null ? '–' : `${ratio.toFixed(2)}${ratio > 1 ? ' short' : ''}`;
    return `| ${[titles[cell], ...figures, verdict].join(' | ')} |`;
  });
  return [
    `## ${count.toLocaleString('en').replaceAll(',', ' ')} nodes`,
    '',
    `| | ${names.join(' | ')} | ${names[0]} ÷ the better |`,
    `| --- |${' ---: |'.repeat(names.length + 1)}`,
    ...rows,
    '',
  ].join('\n');
}

/** The page of results: every cell, with how it was made. */
export function resultsText(measured: Results, { command, machine, date }: Circumstances): string {
  return `# The window against other editors

    ${command}

${date}, ${machine}.

The same scene (\`square-scene.ts\`: nodes in rows, 1.5 edges a node, some across the whole board) in the built window and in the
other editors, one after the other, run after run. Each cell has the median of its runs, the least, and how many they are. *Ready* is from
the request of the page, the scene lying in the page's storage, to the first of three frames under 34 ms in a row, with everything
in view: that is how the window opens a design. *Work* is what the page's own thread does in a frame, one event of the wheel or
the mouse each. *Heap* is that of the page's own thread after a collection. Only ratios mean something, and only within one run:
the machine is shared. The window works out and shows the figures and routes of the design, which the others do not. A dash is a
cell that an editor did not come to: it could not hold the scene, or took longer than two minutes for a run.

${[...measured].map(([count, editors]) => tableOf(count, editors)).join('\n')}`;
}
