-- Applies a change: refreshes an entry that is present, floors one that is not.
local version, published_at, value = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local value_ttl_ms, floor_ttl_ms = ARGV[4], ARGV[5]

local held = redis.call('GETRANGE', KEYS[1], 0, 17)
if #held == 18 then
  local _, kind, held_version, held_at = struct.unpack('>BBI8I8', held)
  if held_version >= version then
    return 'applied'
  end
  local is_floor = kind == 70
  if not is_floor and #value > 0 then
    redis.call('SET', KEYS[1], value, 'PX', value_ttl_ms)
    return 'refreshed'
  end
  if is_floor and held_at > published_at then
    published_at = held_at
  end
end

redis.call('SET', KEYS[1], struct.pack('>BBI8I8', 1, 70, version, published_at), 'PX', floor_ttl_ms)
return 'floored'
