/**
 * Runs a command from where the list of commands may not be loaded yet: the first page is drawn without it. A press of a button
 * still counts as the person's while it loads, so that a command may ask for a file.
 */
export async function runCommandLater(id: string): Promise<void> {
  const { runCommand } = await import('./registry');
  runCommand(id);
}
