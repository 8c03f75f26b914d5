// The Dutch words of the first screens: they come with the window. A test checks that those screens use no others.
import app from '../../resources/locales/nl/app.json'
import errors from '../../resources/locales/nl/errors.json'
import exports from '../../resources/locales/nl/exports.json'
import gatherings from '../../resources/locales/nl/gatherings.json'
import history from '../../resources/locales/nl/history.json'
import members from '../../resources/locales/nl/members.json'
import overview from '../../resources/locales/nl/overview.json'
import series from '../../resources/locales/nl/series.json'
import sharing from '../../resources/locales/nl/sharing.json'

export const nlFirst = {
  app,
  errors,
  exports,
  gatherings,
  history,
  members,
  overview,
  series,
  sharing,
}
