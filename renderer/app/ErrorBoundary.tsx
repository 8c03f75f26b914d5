import { Component, type ErrorInfo, type ReactNode } from 'react'
import { BrokenScreen } from './BrokenScreen.tsx'

interface Props {
  readonly children: ReactNode
}

/** Keeps the rest of the window usable when one screen breaks. A class, because React has no other way. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The kind of error and the place in our own code; its message could hold what somebody typed.
    console.error(error.name, info.componentStack)
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenScreen /> : this.props.children
  }
}
