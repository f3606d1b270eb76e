import { Component, type ReactNode } from "react";
import { CodeError } from "./panel-code.ts";

type BoundaryProps = {
  children: ReactNode;
  /** Stands while another try for missing code is on its way. */
  waiting: ReactNode;
  failed: (again: () => void) => ReactNode;
  onBroken?: (() => void) | undefined;
};
type State = { error: unknown; phase: "whole" | "broken" | "trying" };

/** A panel that breaks, or whose code does not come, takes no other with it, and can be tried again. */
export class Boundary extends Component<BoundaryProps, State> {
  override state: State = { error: null, phase: "whole" };

  static getDerivedStateFromError(error: unknown): State {
    return { error, phase: "broken" };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
    this.props.onBroken?.();
  }

  readonly #again = async () => {
    const { error } = this.state;
    if (error instanceof CodeError) {
      this.setState({ phase: "trying" });
      await error.again();
    }
    this.setState({ error: null, phase: "whole" });
  };

  override render() {
    const { children, waiting, failed } = this.props;
    const { phase } = this.state;
    if (phase === "whole") return children;
    return phase === "trying" ? waiting : failed(() => void this.#again());
  }
}
