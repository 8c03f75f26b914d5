// The visible menu bar. Every item has a label of ours: Electron's own are English, whatever the system speaks.
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { screens } from './screens.ts'
import type { Words } from './words.ts'

export interface MenuActions {
  readonly goTo: (path: string) => void
  readonly print: () => void
  readonly showFolder: () => void
  /** Text size by so many percent; 0 is back to normal. */
  readonly zoom: (percent: number) => void
  readonly about: () => void
  readonly quit: () => void
}

export function showMenu(words: Words, actions: MenuActions, platform: NodeJS.Platform = process.platform): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, actions, platform)))
}

export function menuTemplate(
  words: Words,
  actions: MenuActions,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin'
  // The mnemonic marks mean nothing on a Mac and would be read out there.
  const label = (text: string) => (onMac ? text.replace('&', '') : text)
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const role = (text: string, name: NonNullable<MenuItemConstructorOptions['role']>) => ({
    label: label(text),
    role: name,
  })
  const item = (text: string, click: () => void, accelerator?: string): MenuItemConstructorOptions => ({
    label: label(text),
    click: () => click(),
    ...(accelerator ? { accelerator } : {}),
  })
  const { file, edit, view, go, help, app } = words
  const quit = item(file.quit, actions.quit, 'CmdOrCtrl+Q')
  const about = item(help.about, actions.about)
  const places: [string, string][] = [
    [go.overview, screens.overview],
    [go.people, screens.people],
    [go.neighbourhoods, screens.neighbourhoods],
    [go.dues, screens.dues],
    [go.gatherings, screens.gatherings],
    [go.history, screens.history],
    [go.trash, screens.trash],
    [go.backups, screens.backups],
    [go.settings, screens.settings],
  ]
  const macMenu: MenuItemConstructorOptions = {
    label: 'Buurtboek',
    submenu: [
      about,
      separator,
      role(app.hide, 'hide'),
      role(app.hideOthers, 'hideOthers'),
      role(app.showAll, 'unhide'),
      separator,
      quit,
    ],
  }
  return [
    ...(onMac ? [macMenu] : []),
    {
      label: label(file.title),
      submenu: [
        item(file.import, () => actions.goTo(screens.import)),
        item(file.print, actions.print, 'CmdOrCtrl+P'),
        item(file.showFolder, actions.showFolder),
        separator,
        onMac ? role(file.close, 'close') : quit,
      ],
    },
    {
      label: label(edit.title),
      submenu: [
        role(edit.undo, 'undo'),
        role(edit.redo, 'redo'),
        separator,
        role(edit.cut, 'cut'),
        role(edit.copy, 'copy'),
        role(edit.paste, 'paste'),
        role(edit.selectAll, 'selectAll'),
      ],
    },
    {
      label: label(view.title),
      submenu: [
        item(view.larger, () => actions.zoom(10), 'CmdOrCtrl+Plus'),
        // The same key without Shift; hidden, or the menu would name it twice.
        {
          ...item(view.larger, () => actions.zoom(10), 'CmdOrCtrl+='),
          visible: false,
          acceleratorWorksWhenHidden: true,
        },
        item(view.smaller, () => actions.zoom(-10), 'CmdOrCtrl+-'),
        item(view.normal, () => actions.zoom(0), 'CmdOrCtrl+0'),
        separator,
        role(view.minimize, 'minimize'),
        role(view.fullScreen, 'togglefullscreen'),
      ],
    },
    {
      label: label(go.title),
      submenu: places.map(([text, path], index) =>
        item(text, () => actions.goTo(path), index < 5 ? `CmdOrCtrl+${index + 1}` : undefined),
      ),
    },
    {
      label: label(help.title),
      submenu: [
        item(help.help, () => actions.goTo(screens.help), 'F1'),
        item(help.updates, () => actions.goTo(screens.settings)),
        ...(onMac ? [] : [separator, about]),
      ],
    },
  ]
}
