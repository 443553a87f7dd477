import { describe, expect, test } from 'vitest';
import { htmlFormat } from '../../../../shared/formats/html';
import { drawnTinyUrl } from '../../../support/drawn-tinyurl';
import { writeJob } from '../../../support/write-job';

async function pageOf(job = writeJob()): Promise<string> {
  const written = await htmlFormat.write(job);
  if (!written.ok || typeof written.content !== 'string') throw new Error('It is no text.');
  return written.content;
}

describe('a design as one page', () => {
  test('has its name, its diagram as data and the tables of its figures', async () => {
    const page = await pageOf();
    expect(page).toContain(`<title>${drawnTinyUrl.name}</title>`);
    expect(page).toContain(`<h1>${drawnTinyUrl.name}</h1><img src="data:image/svg+xml;base64,`);
    expect(page).toMatch(/<h2>Flows<\/h2>\s*<table>/);
    expect(page).toContain('<th data-align="right">p99</th>');
  });

  test('needs no other file: no script, and no address but of data and of links', async () => {
    const page = await pageOf();
    expect(page).not.toMatch(/<script|<link|@import|src="(?!data:)/);
    expect(page).toContain("default-src 'none'");
  });

  test('has what is written in the sections, as it reads, and HTML in it as text', async () => {
    const design = {
      ...drawnTinyUrl,
      writing: { sections: { 'high-level': 'A **cache** first <script>alert(1)</script>' } },
    };
    const page = await pageOf(writeJob({ design }));
    expect(page).toContain('A <strong>cache</strong> first &lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('a name is escaped', async () => {
    const page = await pageOf(writeJob({ design: { ...drawnTinyUrl, name: '</title><b>&' } }));
    expect(page).toContain('<title>&lt;/title&gt;&lt;b&gt;&amp;</title>');
  });
});
