import { Component, type ReactNode } from 'react';
import { t } from '../words/t';
import { Button } from './Button';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Saves the design as a file; absent where there is none. */
  readonly onSaveFile: () => void;
  /** Goes to the page of designs; then drawing is tried again. */
  readonly onLeave: () => Promise<void>;
  /** Called when drawing fails. */
  readonly onError: () => void;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** Shown when rendering fails. The design stays in its store and autosave continues. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(): void {
    this.props.onError();
  }

  private readonly leave = (): void => {
    this.props.onLeave().then(
      () => this.setState({ error: null }),
      (error: unknown) => this.setState(ErrorBoundary.getDerivedStateFromError(error)),
    );
  };

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className={styles.page} role="alert">
        <h1>{t('The window could not be drawn')}</h1>
        <p>{t('Your design is unchanged. Reload, or go to all designs; save a file as a second copy.')}</p>
        <pre className={styles.message}>{error.message}</pre>
        <div className={styles.actions}>
          <Button variant="primary" icon="refresh-cw" onClick={() => location.reload()}>
            {t('Reload')}
          </Button>
          <Button onClick={this.leave}>{t('All designs')}</Button>
          <Button icon="download" onClick={this.props.onSaveFile}>
            {t('Save as file')}
          </Button>
        </div>
      </main>
    );
  }
}
