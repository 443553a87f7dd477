import { describe, expect, test } from 'vitest';
import { foreignFormatOf } from '../../../shared/importers/foreign-format';

const foreign = [
  ['drawio', '<?xml version="1.0" encoding="UTF-8"?>\n<mxfile host="app.diagrams.net"><diagram/></mxfile>'],
  ['drawio', '\ufeff  <mxGraphModel dx="1"><root/></mxGraphModel>'],
  ['drawio', '%3CmxGraphModel%3E%3Croot%3E%3C%2Froot%3E%3C%2FmxGraphModel%3E'],
  ['excalidraw', '{\n  "type": "excalidraw",\n  "version": 2,\n  "elements": []\n}'],
  ['excalidraw', '{"type":"excalidraw/clipboard","elements":[]}'],
  ['mermaid', 'flowchart LR\n  A --> B'],
  ['mermaid', 'graph TD;\r\n  A --> B'],
  ['mermaid', '---\ntitle: Orders\n---\n%% drawn by hand\n%%{init: {}}%%\nsequenceDiagram\n  A->>B: call'],
  ['plantuml', "' a comment\n@startuml\nA -> B\n@enduml"],
  ['structurizr', '# a comment\nworkspace "Orders" {\n  model {\n  }\n}'],
  ['likec4', '// a comment\nspecification {\n  element system\n}'],
] as const;

test.each(foreign)('%s is told from its content: %j', (id, text) => {
  expect(foreignFormatOf(text)?.id).toBe(id);
  expect(foreignFormatOf(new TextEncoder().encode(text))?.id).toBe(id);
});

describe('what is no diagram of another program', () => {
  test.each([
    '',
    'Ask about the quota',
    'The graph TD of yesterday',
    'graph the latency first',
    'workspace for the team: {later}',
    'model { }',
    'State of the flowchart LR',
    '{"format":"loadline","version":1}',
    '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    'use @startuml at the top',
  ])('%j', (text) => {
    expect(foreignFormatOf(text)).toBeNull();
  });
});

test('comments without an end take no longer than their length', () => {
  for (const text of [
    '%%'.repeat(50_000),
    '%% \n'.repeat(50_000),
    "'".repeat(50_000),
    '//'.repeat(50_000),
    '---\n'.repeat(50_000),
  ])
    expect(foreignFormatOf(text)).toBeNull();
});
