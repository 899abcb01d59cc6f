/* Part of the player: SHA-256 in plain script, since crypto.subtle is missing on plain http. */

var K = [];
(function () {
  var n = 2;
  while (K.length < 64) {
    var prime = true;
    for (var d = 2; d * d <= n; d++) {
      if (n % d === 0) { prime = false; break; }
    }
    if (prime) {
      var root = Math.pow(n, 1 / 3);
      K.push(((root - Math.floor(root)) * 4294967296) >>> 0);
    }
    n++;
  }
})();

function sha256(buffer) {
  var data = new Uint8Array(buffer);
  var length = data.length;
  var size = ((length + 8) >> 6 << 6) + 64;
  var bytes = new Uint8Array(size);
  bytes.set(data);
  bytes[length] = 0x80;
  var view = new DataView(bytes.buffer);
  view.setUint32(size - 8, Math.floor(length / 536870912));
  view.setUint32(size - 4, (length << 3) >>> 0);
  var h = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
  var w = new Int32Array(64);
  for (var at = 0; at < size; at += 64) {
    var i;
    for (i = 0; i < 16; i++) { w[i] = view.getInt32(at + 4 * i); }
    for (i = 16; i < 64; i++) {
      var x = w[i - 15], y = w[i - 2];
      var s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      var s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
    for (i = 0; i < 64; i++) {
      var t1 = (k + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
        ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      var t2 = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
        ((a & b) ^ (a & c) ^ (b & c))) | 0;
      k = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    h[0] = (h[0] + a) | 0; h[1] = (h[1] + b) | 0; h[2] = (h[2] + c) | 0; h[3] = (h[3] + d) | 0;
    h[4] = (h[4] + e) | 0; h[5] = (h[5] + f) | 0; h[6] = (h[6] + g) | 0; h[7] = (h[7] + k) | 0;
  }
  return h.map(function (word) { return ('0000000' + (word >>> 0).toString(16)).slice(-8); }).join('');
}
