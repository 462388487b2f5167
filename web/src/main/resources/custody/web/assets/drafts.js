// What is typed into an entry's form stays in this tab until it is stored: a session that ended, a cut network or a wrong
// click loses nothing. It never leaves the tab, belongs to the badge that typed it, and goes with signing out.
const PREFIX = 'draft:'
const badge = document.body.dataset.badge
const shelf = window.sessionStorage
const paths = () => Object.keys(shelf).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length))
const draft = (path) => JSON.parse(shelf.getItem(PREFIX + path) || 'null')
const discard = (path) => shelf.removeItem(PREFIX + path)
const here = window.location.pathname

paths().filter((path) => draft(path).who !== badge).forEach(discard)
document.querySelectorAll('form[action="/sign-out"]').forEach((form) => {
  form.addEventListener('submit', () => paths().forEach(discard))
})

// The page that follows upon a stored entry is reached by a redirect and names the version that was added.
const [arrival] = window.performance.getEntriesByType('navigation')
const stored = arrival && arrival.type === 'navigate' && arrival.redirectCount > 0 &&
  new URLSearchParams(window.location.search).has('added')
const sent = () => paths().filter((path) => draft(path).sent).sort((a, b) => draft(b).sent - draft(a).sent)[0]
if (stored && sent()) discard(sent())

function notice (name, path, actions) {
  const shown = document.getElementById(name).content.firstElementChild.cloneNode(true)
  // In the facility's time, as every time on the page; the machine at the desk may keep another.
  const at = new Date(draft(path).at + Number(document.body.dataset.offset) * 1000)
  shown.querySelector('[data-draft-time]').textContent = at.toISOString().slice(11, 16)
  Object.entries(actions).forEach(([action, act]) => act(shown.querySelector(`[data-draft-${action}]`), shown))
  document.getElementById('main').prepend(shown)
}

const kept = document.querySelector('form[data-keep]')
const fields = () => [...kept.elements].filter((field) => field.name && field.type !== 'hidden' && field.type !== 'submit')
const value = (field) => ['radio', 'checkbox'].includes(field.type)
  ? field.checked
  : field.multiple ? [...field.selectedOptions].map((option) => option.value) : field.value

function keep (more) {
  const before = draft(here)
  const href = before && !window.location.search ? before.href : here + window.location.search
  const values = fields().map((field) => [field.name, field.type, value(field)])
  shelf.setItem(PREFIX + here, JSON.stringify({ who: badge, at: Date.now(), href, values, ...more }))
}

function putBack () {
  const values = draft(here).values
  fields().forEach((field, place) => {
    const [name, type, typed] = values[place] || []
    if (name !== field.name || type !== field.type) return
    if (['radio', 'checkbox'].includes(type)) field.checked = typed
    else if (field.multiple) [...field.options].forEach((option) => { option.selected = typed.includes(option.value) })
    else field.value = typed
    if (typed && typed.length !== 0 && field.closest('details')) field.closest('details').open = true
    field.dispatchEvent(new window.Event('input', { bubbles: true }))
  })
}

if (kept) {
  const found = draft(here)
  const typedHere = JSON.stringify(fields().map((field) => [field.name, field.type, value(field)]))
  if (found && JSON.stringify(found.values) !== typedHere && !document.querySelector('.govuk-error-summary')) {
    notice('draft-kept', here, {
      restore: (button, shown) => button.addEventListener('click', () => {
        putBack()
        shown.remove()
        fields()[0].focus()
      }),
      discard: (button, shown) => button.addEventListener('click', () => {
        discard(here)
        shown.remove()
        fields()[0].focus()
      })
    })
  }
  let pending = 0
  kept.addEventListener('input', () => {
    window.clearTimeout(pending)
    pending = window.setTimeout(() => keep({}), 250)
  })
  kept.addEventListener('submit', () => {
    window.clearTimeout(pending)
    keep({ sent: Date.now() })
  })
  kept.querySelectorAll('[data-give-up]').forEach((link) => link.addEventListener('click', () => {
    window.clearTimeout(pending)
    discard(here)
  }))
} else if (badge && sent()) {
  const lost = sent()
  notice('draft-lost', lost, { link: (link) => { link.href = draft(lost).href } })
}
