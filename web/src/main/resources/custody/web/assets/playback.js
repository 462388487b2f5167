// Recorded pictures along their time. The media time of the player is made to be the wall clock since a base moment, so that gaps stay
// gaps; whole fragments are fetched from the key frame before the wanted moment on, and some seconds ahead.

const stage = document.querySelector('[data-playback]')
const AHEAD = 12 // seconds of pictures fetched ahead, times the speed
const CHUNK = 6 // fragments a request
const FIRST = 2 // fragments of the first request after a jump
const KEEP = 30
const SMALL = 1000 // milliseconds: a hole smaller than this is closed silently

class Playback {
  constructor (root) {
    this.root = root
    this.say = root.dataset
    this.camera = root.dataset.camera
    this.video = root.querySelector('video')
    this.message = root.querySelector('.tile__message')
    this.clock = root.querySelector('.stage__clock')
    this.wanted = Date.parse(root.dataset.at)
    this.spans = []
    this.turn = 0
    this.open()
    this.video.addEventListener('timeupdate', () => this.tick())
    this.video.addEventListener('waiting', () => this.tick())
    window.setInterval(() => this.tick(), 250)
  }

  open () {
    this.source = new MediaSource()
    const address = URL.createObjectURL(this.source)
    this.video.src = address
    this.source.addEventListener('sourceopen', () => {
      URL.revokeObjectURL(address)
      this.go(this.wanted, true)
    }, { once: true })
  }

  // Jumps to a moment; everything that was on its way for another moment is dropped.
  async go (moment, play) {
    const turn = ++this.turn
    const began = performance.now()
    this.wanted = moment
    this.busy = true
    this.stopped = false
    this.told = false
    window.clearTimeout(this.retry)
    this.tell(this.say.seeking)
    const place = await this.ask(`at=${new Date(moment).toISOString()}`)
    if (turn !== this.turn) return
    if (!place) {
      this.busy = false
      // A question lost on the way says nothing about the pictures: it is asked again.
      if (this.offline) this.retry = window.setTimeout(() => this.go(moment, play), 2000)
      return this.tell(this.offline ? this.say.away : this.say.nothing)
    }
    if (!this.buffer && !this.accept(place)) return
    await this.idle()
    if (turn !== this.turn) return
    if (this.buffer.buffered.length > 0) {
      this.buffer.remove(0, Infinity)
      await this.idle()
    }
    if (turn !== this.turn) return
    this.base = place.start - 60000
    this.spans = []
    this.next = { place, fragment: place.fragment, offset: 60 }
    await this.fetch(FIRST, turn)
    if (turn !== this.turn) return
    const at = this.media(place.shown)
    const ranges = this.buffer.buffered
    this.video.currentTime = ranges.length === 0 ? at : Math.min(Math.max(at, ranges.start(0)), ranges.end(ranges.length - 1) - 0.02)
    this.busy = false
    if (!this.told) this.tellHole(place.shown - moment > SMALL)
    const done = () => { if (turn === this.turn) this.root.dataset.seek = String(Math.round(performance.now() - began)) }
    if (this.video.requestVideoFrameCallback) this.video.requestVideoFrameCallback(done)
    if (play) this.video.play().catch(() => {})
    this.tick()
  }

  accept (place) {
    const mime = `video/mp4; codecs="${place.codec}"`
    if (!MediaSource.isTypeSupported(mime)) {
      this.tell(place.codec.startsWith('h') ? this.say.h265 : this.say.unsupported)
      return false
    }
    this.buffer = this.source.addSourceBuffer(mime)
    this.mime = mime
    return true
  }

  async ask (query) {
    const answer = await this.get(query)
    return answer && answer.ok ? answer.json() : null
  }

  // Null while the node cannot be reached, and when the session has ended: its answer is the page to sign in, not video.
  async get (query, segment = '') {
    try {
      const answer = await window.fetch(`/live/footage/${this.camera}${segment}?${query}`)
      this.offline = false
      if (answer.redirected || answer.status === 401) {
        window.location.assign('/sign-in?ended=1')
        return null
      }
      return answer
    } catch (away) {
      this.offline = true
      return null
    }
  }

  // Asked again in a while; a jump to another moment does not wait for that.
  rest () {
    this.stopped = true
    window.clearTimeout(this.retry)
    this.retry = window.setTimeout(() => { this.stopped = false }, 10000)
  }

  idle () {
    return new Promise((resolve) => {
      if (!this.buffer || !this.buffer.updating) return resolve()
      this.buffer.addEventListener('updateend', () => resolve(), { once: true })
    })
  }

  // Fetches the next fragments and puts them where their time is.
  async fetch (count, turn) {
    const { place, fragment } = this.next
    let to = Math.min(place.keys.length, fragment + count)
    if (place.masked) while (to < place.keys.length && !place.keys[to]) to++
    const answer = await this.get(`from=${fragment}&count=${to - fragment}`, `/${place.sequence}`)
    if (turn !== this.turn) return
    if (!answer || !answer.ok) {
      this.rest()
      this.told = true
      return this.tell(answer && answer.status === 403 ? this.say.denied : this.say.away)
    }
    const bytes = await answer.arrayBuffer().catch(() => null)
    if (turn !== this.turn) return
    if (!bytes) return this.rest()
    if (this.told) this.tell('')
    this.told = false
    const first = fragment === 0 ? 0 : place.ends[fragment - 1] / 1000
    const mime = `video/mp4; codecs="${place.codec}"`
    if (mime !== this.mime) {
      this.buffer.changeType(mime)
      this.mime = mime
    }
    await this.idle()
    this.buffer.timestampOffset = this.next.offset + (place.masked ? first : 0)
    this.buffer.appendBuffer(bytes)
    await this.idle()
    if (turn !== this.turn) return
    for (let i = fragment; i < to; i++) {
      const begins = i === 0 ? 0 : place.ends[i - 1] / 1000
      this.spans.push({ from: this.next.offset + begins, to: this.next.offset + place.ends[i] / 1000, wall: place.arrivals[i] })
    }
    this.next.fragment = to
  }

  // The next segment; a small hole is closed, a large one stays and is told when it is reached.
  async follow (turn) {
    const { place, offset } = this.next
    const next = await this.ask(`after=${place.sequence}`)
    if (turn !== this.turn) return
    if (!next) return this.rest()
    const end = offset + place.ends[place.ends.length - 1] / 1000
    const hole = next.start - place.end
    this.next = { place: next, fragment: 0, offset: hole < SMALL ? end : end + hole / 1000 }
  }

  async tick () {
    this.show()
    if (this.busy || this.stopped || !this.buffer || !this.next) return
    const at = this.video.currentTime
    const ranges = this.buffer.buffered
    const end = ranges.length === 0 ? at : ranges.end(ranges.length - 1)
    this.jump(at, ranges)
    if (end - at > AHEAD * Math.max(1, this.video.playbackRate)) return
    this.busy = true
    const turn = this.turn
    try {
      if (this.next.fragment >= this.next.place.keys.length) await this.follow(turn)
      else await this.fetch(CHUNK, turn)
      if (turn === this.turn && !this.buffer.updating && ranges.length > 0 && at - this.buffer.buffered.start(0) > 2 * KEEP) {
        this.buffer.remove(0, at - KEEP)
        await this.idle()
      }
    } finally {
      if (turn === this.turn) this.busy = false
    }
  }

  // Over a hole: the gap is told for a moment, then the player goes on behind it.
  jump (at, ranges) {
    for (let i = 0; i + 1 < ranges.length; i++) {
      if (at >= ranges.end(i) - 0.1 && at < ranges.start(i + 1)) {
        const length = ranges.start(i + 1) - ranges.end(i)
        this.video.currentTime = ranges.start(i + 1) + 0.01
        return this.tellHole(length * 1000 >= SMALL)
      }
    }
  }

  media (wall) {
    const place = this.next.place
    return (this.next.offset + (wall - place.start) / 1000)
  }

  // The wall clock at what is shown.
  wall () {
    const at = this.video.currentTime
    const span = this.spans.findLast((one) => one.from <= at + 0.001)
    return span ? span.wall + (Math.min(at, span.to) - span.from) * 1000 : this.wanted
  }

  show () {
    const wall = this.wall()
    this.clock.textContent = new Intl.DateTimeFormat('uk', { timeZone: this.say.zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, day: '2-digit', month: '2-digit', year: 'numeric' }).format(wall)
    document.querySelectorAll('.day').forEach((strip) => {
      const from = Number(strip.dataset.from)
      const to = Number(strip.dataset.to)
      const line = strip.querySelector('.day__now')
      const x = (wall - from) * 1000 / (to - from)
      line.setAttribute('x1', x)
      line.setAttribute('x2', x)
      line.setAttribute('visibility', x < 0 || x > 1000 ? 'hidden' : 'visible')
    })
  }

  // What is shown behind a hole must not stay covered by the words about it.
  tellHole (large) {
    this.tell(large ? this.say.hole : '')
    window.clearTimeout(this.untell)
    if (large) this.untell = window.setTimeout(() => { if (this.message.textContent === this.say.hole) this.tell('') }, 4000)
  }

  tell (text) {
    this.message.textContent = text
    this.message.hidden = text === ''
  }
}

if (stage && 'MediaSource' in window) {
  const player = new Playback(stage)
  const video = player.video
  const button = document.querySelector('button[data-play]')
  const speed = document.querySelector('[data-speed]')
  const toggle = () => { if (video.paused) video.play().catch(() => {}); else video.pause() }
  video.addEventListener('play', () => { button.textContent = stage.dataset.pause })
  video.addEventListener('pause', () => { button.textContent = stage.dataset.play })
  button.addEventListener('click', toggle)
  speed.addEventListener('change', () => { video.playbackRate = Number(speed.value) })
  video.addEventListener('ratechange', () => { if (video.playbackRate !== Number(speed.value)) video.playbackRate = Number(speed.value) })
  const by = (seconds) => player.go(player.wall() + seconds * 1000, !video.paused)
  document.querySelectorAll('[data-by]').forEach((one) => one.addEventListener('click', () => by(Number(one.dataset.by))))
  document.querySelectorAll('.day').forEach((strip) => strip.addEventListener('click', (event) => {
    const box = strip.getBoundingClientRect()
    const from = Number(strip.dataset.from)
    const to = Number(strip.dataset.to)
    event.preventDefault()
    player.go(from + (event.clientX - box.left) / box.width * (to - from), true)
  }))
  document.querySelectorAll('[data-moment]').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault()
    player.go(Date.parse(link.dataset.moment), true)
    stage.scrollIntoView({ block: 'nearest' })
  }))
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ['INPUT', 'TEXTAREA', 'SELECT'].includes(event.target.tagName)) return
    // The list of moments is scrolled by the same keys; a button and a link are pressed by the space bar.
    if (event.target.closest('.moments')) return
    const pressed = ['BUTTON', 'A'].includes(event.target.tagName)
    const steps = { ArrowLeft: -5, ArrowRight: 5, PageUp: -60, PageDown: 60 }
    if (event.code === 'Space' && !pressed) toggle()
    else if (steps[event.key]) by(steps[event.key])
    else if (event.key === ',' || event.key === '.') {
      video.pause()
      video.currentTime += event.key === ',' ? -0.04 : 0.04
    } else return
    event.preventDefault()
  })
  document.querySelectorAll('[data-mark]').forEach((one) => {
    one.hidden = false
    one.addEventListener('click', () => { document.getElementById(one.dataset.mark).value = new Date(player.wall()).toISOString() })
  })
  document.querySelector('[data-snapshot]').addEventListener('click', async (event) => {
    const form = event.target.form
    const wall = new Date(player.wall())
    video.pause()
    const body = new URLSearchParams(new FormData(form))
    body.set('at', wall.toISOString())
    const answer = await window.fetch(form.action, { method: 'POST', body })
    if (!answer.ok) return player.tell(stage.dataset.denied)
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d').drawImage(video, 0, 0)
    canvas.toBlob((blob) => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = `${player.camera}-${wall.toISOString().replace(/[:.]/g, '')}.png`
      link.click()
      window.setTimeout(() => URL.revokeObjectURL(link.href), 10000)
    }, 'image/png')
  })
  let touched = Date.now()
  for (const kind of ['pointerdown', 'keydown']) {
    document.addEventListener(kind, () => {
      if (Date.now() - touched < 60000) return
      touched = Date.now()
      window.fetch('/footage/here', { method: 'HEAD' }).catch(() => {})
    }, { passive: true })
  }
  document.querySelectorAll('.deck [hidden]').forEach((one) => { one.hidden = false })
  window.custodyPlayback = player
}
