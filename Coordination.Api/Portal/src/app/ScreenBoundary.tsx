import { Component, type ReactNode } from 'react';
import { Problem } from '../ui/States';
import { labels } from './labels.fr';

/** A screen that cannot be loaded or drawn leaves the rest of the page standing, and says so. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Problem
        heading={labels.screenFailedTitle}
        what={labels.screenFailed}
        // What a failed import gave is kept by the browser's page: only a new load asks again.
        retry={() => window.location.reload()}
      />
    );
  }
}
