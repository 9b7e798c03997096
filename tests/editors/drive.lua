-- Does in Neovim what a writer does, and writes down what the editor shows: $MTLINT_DID. Called with the settings of editors/neovim/ loaded.
local did = {}
local function buffer() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n' end
local function wait(what, wanted)
  if not vim.wait(60000, wanted, 20) then
    io.stderr:write('waited in vain for ' .. what .. '\n')
    vim.cmd('cquit')
  end
end
local function shown()
  local out = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, false)[1]
    out[#out + 1] = {code = d.code, line = d.lnum + 1, text = d.end_lnum == d.lnum and line:sub(d.col + 1, d.end_col) or nil, message = d.message}
  end
  return out
end
local function press(keys) vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'mx', false) end

-- The list of actions: the one that is marked as preferred.
vim.ui.select = function(items, options, choose)
  local offered = {}
  did.offered = did.offered or offered
  local preferred = items[1]
  for _, item in ipairs(items) do
    offered[#offered + 1] = options.format_item(item)
    if (item[2] or item.action).isPreferred then preferred = item end
  end
  choose(preferred)
end

vim.cmd('edit ' .. vim.env.MTLINT_FILE)
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
did.shown = shown()
local before = buffer()

for _, d in ipairs(did.shown) do
  if d.text == vim.env.MTLINT_WORD then
    vim.fn.cursor(d.line, vim.api.nvim_buf_get_lines(0, d.line - 1, d.line, false)[1]:find(d.text, 1, true))
  end
end
press('<leader>r')
wait('the preferred action', function() return buffer() ~= before end)
did.repaired = buffer()

vim.cmd('undo')
press('<leader>R')
wait('all repairs', function() return buffer() ~= before end)
did.all = buffer()
wait('diagnostics of the repaired text', function() return #vim.diagnostic.get(0) == tonumber(vim.env.MTLINT_LEFT) end)
did.left = shown()

local file = io.open(vim.env.MTLINT_DID, 'w')
file:write(vim.fn.json_encode(did))
file:close()
vim.cmd('qall!')
