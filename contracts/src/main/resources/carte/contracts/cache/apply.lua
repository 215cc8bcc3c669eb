-- Applies a change: refreshes an entry that is present, floors one that is not.
local version, published_at, value = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local value_ttl_ms, floor_ttl_ms, from, to = ARGV[4], ARGV[5], ARGV[6], ARGV[7]

local offset = redis.call('GET', KEYS[2]) or '-1'
if offset ~= from then
  return offset == to and 'applied' or 'elsewhere'
end

local outcome = 'floored'
local held = redis.call('GETRANGE', KEYS[1], 0, 17)
if #held == 18 then
  local _, kind, held_version, held_at = struct.unpack('>BBI8I8', held)
  local is_floor = kind == 70
  if held_version >= version then
    outcome = 'applied'
  elseif not is_floor and #value > 0 then
    outcome = 'refreshed'
  elseif is_floor and held_at > published_at then
    published_at = held_at
  end
end

if outcome == 'refreshed' then
  redis.call('SET', KEYS[1], value, 'PX', value_ttl_ms)
elseif outcome == 'floored' then
  local floor = struct.pack('>BBI8I8', 1, 70, version, published_at)
  redis.call('SET', KEYS[1], floor, 'PX', floor_ttl_ms)
end
redis.call('SET', KEYS[2], to)
return outcome
