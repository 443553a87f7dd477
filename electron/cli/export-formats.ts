/** The words that formats are asked for by, in the order in which they are offered. */
export const exportFormats: readonly string[] = ['png', 'svg', 'md', 'csv', 'json'];
