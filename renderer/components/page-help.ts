import { createContext } from 'react'

/** Where the explanation of the page on the screen is; undefined where there is none. */
export const PageHelp = createContext<string | undefined>(undefined)
