/** A time of the clock as one reads it off: `38:05`, over an hour `1:02:09`; below 0 with a minus. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3_600);
  const text = hours > 0 ? [hours, ...parts].join(':') : parts.join(':').replace(/^0(?=\d)/, '');
  return ms <= -1_000 ? `−${text}` : text;
}
