-- Drops an entry whose newest version is unknown: nothing that was read before now may return.
local floor_ttl_ms, from, to = ARGV[1], ARGV[2], ARGV[3]

local offset = redis.call('GET', KEYS[2]) or '-1'
if offset ~= from then
  return offset == to and 'applied' or 'elsewhere'
end

local version = 0
local held = redis.call('GETRANGE', KEYS[1], 0, 17)
if #held == 18 then
  local _, _, held_version = struct.unpack('>BBI8I8', held)
  version = held_version
end
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
redis.call('SET', KEYS[1], struct.pack('>BBI8I8', 1, 70, version, now), 'PX', floor_ttl_ms)
redis.call('SET', KEYS[2], to)
return 'floored'
