import { expect, test } from 'vitest';
import { templateDrawings } from '../../../renderer/library/template-drawings';
import { templateTags, templateTitles } from '../../../shared/templates/titles';

test('the build draws each template once a theme, as a picture without words', () => {
  const drawings = templateDrawings();
  expect(drawings.map(({ id, theme }) => `${theme}/${id}`).toSorted()).toEqual(
    templateTitles.flatMap(({ id }) => [`light/${id}`, `dark/${id}`]).toSorted(),
  );
  for (const { svg } of drawings) expect(svg).toMatch(/^<svg [^>]*viewBox=.*<\/svg>$/s);
  expect(new Set(drawings.map(({ svg }) => svg)).size).toBe(drawings.length);
  expect(drawings.filter(({ svg }) => svg.includes('<text'))).toEqual([]);
});

test('each tag of templates finds one, and not all', () => {
  for (const tag of templateTags) {
    const found = templateTitles.filter(({ tags }) => (tags as readonly string[]).includes(tag));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(templateTitles.length);
  }
});
