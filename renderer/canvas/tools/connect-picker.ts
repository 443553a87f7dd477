import { create } from 'zustand';

/** The list of targets that the keyboard draws a connection with; `from` is its caller. */
export const useConnectPicker = create<{ readonly from: string | null }>(() => ({ from: null }));

export function startConnecting(from: string): void {
  useConnectPicker.setState({ from });
}

export function stopConnecting(): void {
  useConnectPicker.setState({ from: null });
}
