// Which aria attributes each native component carries on weapp, where only declared attributes reach the page.
// Read by the build (aria.ts) and by the runtime (aria-runtime.js). On H5 src/ui/html maps them all.
const shared = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-describedby': '',
}
const state = { 'aria-disabled': '', 'aria-expanded': '', 'aria-checked': '', 'aria-selected': '' }
const region = { 'aria-live': '', 'aria-level': '', 'aria-modal': '', 'aria-labelledby': '' }
const entry = { 'aria-label': '', 'aria-describedby': '', 'aria-invalid': '', 'aria-required': '', 'aria-disabled': '' }

module.exports = {
  View: { ...shared, ...state, ...region },
  Text: { ...shared },
  Image: { ...shared },
  Button: { ...shared, ...state },
  Picker: { ...shared, ...entry },
  Input: entry,
  Textarea: entry,
}
