type Value = string | number | undefined;
export type Attributes = Readonly<Record<string, Value>>;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Whether XML 1.0 can contain this code point; a lone surrogate is none. */
function isWritable(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd;
  return !(codePoint >= 0xd800 && codePoint <= 0xdfff) && codePoint !== 0xfffe && codePoint !== 0xffff;
}

/** Text for the inside of an element or a quoted attribute; what XML cannot contain becomes U+FFFD. */
export function escapeXml(text: string): string {
  let escaped = '';
  for (const character of text) {
    escaped += isWritable(character.codePointAt(0) ?? 0) ? (escapes[character] ?? character) : '\ufffd';
  }
  return escaped;
}

const number = (value: number) => String(Math.round(value * 100) / 100);

/** An element with its attributes (numbers to hundredths, undefined ones left out) and its content, which is XML already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      open += ` ${key}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`;
  }
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`;
}
