-- Stores what was read from the database, unless it is late or the cache knows better.
local entry, ttl_ms, deadline_us = ARGV[1], ARGV[2], tonumber(ARGV[3])
local _, _, version, read_at = struct.unpack('>BBI8I8', entry)

-- The filler may have been frozen since it read, so this clock judges, not its own.
local time = redis.call('TIME')
if read_at < time[1] * 1000000 + time[2] - deadline_us then
  return 'late'
end

local held = redis.call('GETRANGE', KEYS[1], 0, 17)
if #held == 18 then
  local _, kind, held_version, held_at = struct.unpack('>BBI8I8', held)
  if version < held_version then
    return 'old'
  end
  local is_floor = kind == 70
  if (version == held_version or is_floor) and read_at < held_at then
    return 'old'
  end
end

redis.call('SET', KEYS[1], entry, 'PX', ttl_ms)
return 'stored'
