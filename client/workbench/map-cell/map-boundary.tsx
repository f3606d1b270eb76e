import { Component, type ReactNode } from "react";

type BoundaryProps = { children: ReactNode; fallback: (again: () => void) => ReactNode };

/** A map that breaks takes neither list nor filter with it: the picture beneath stays, and it can be tried again. */
export class MapBoundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
    const picture = document.getElementById("first-picture");
    if (picture) picture.hidden = false;
  }

  override render() {
    return this.state.broken
      ? this.props.fallback(() => this.setState({ broken: false }))
      : this.props.children;
  }
}
