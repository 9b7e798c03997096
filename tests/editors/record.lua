-- Records what Neovim tells a server while someone types: tests/fixtures/typing.json. In the root of a built checkout:
--   nvim --headless -u NONE -c 'luafile tests/editors/record.lua'
-- A second Neovim with the settings of editors/neovim/ gets the keys one by one, as from a keyboard.
local file = vim.fn.tempname() .. '.txt'
local first = {
  'The visit lasts four days, which includes the parade.',
  '',
  'They defended the hard-won peace, and Minister Nguyễn Phú left on Tuesday. 🎉🎉',
  '',
  'The train leaves Munich at noon and is back in Munich by six.',
}
local out = io.open(file, 'w')
out:write(table.concat(first, '\n') .. '\n')
out:close()

local editor = vim.fn.jobstart({'nvim', '--embed', '--headless', '-n', '-i', 'NONE', '-u', 'editors/neovim/mtlint.lua'}, {rpc = true})
local function ask(...) return vim.fn.rpcrequest(editor, ...) end
ask('nvim_exec_lua', [[
  recorded = {}
  local start = vim.lsp.start_client
  vim.lsp.start_client = function(config)
    config.cmd = {'node', 'dist/cli.cjs', 'lsp'}
    config.flags = {debounce_text_changes = 0}
    config.on_attach = function(client)
      local notify = client.notify
      client.notify = function(method, params)
        if method == 'textDocument/didChange' then recorded[#recorded + 1] = params.contentChanges end
        return notify(method, params)
      end
      attached = true
    end
    return start(config)
  end
  if vim.lsp.start then vim.lsp.start = nil end
  vim.cmd('edit ' .. ...)
]], {file})
vim.wait(20000, function() return ask('nvim_exec_lua', 'return attached == true', {}) end, 50)

local function keys(all) for _, key in ipairs(all) do ask('nvim_input', key) vim.wait(15) end end
local function each(text) local out = {} for _, c in ipairs(vim.fn.split(text, '\\zs')) do out[#out + 1] = c == '<' and '<LT>' or c end return out end
local function type_text(text) keys(each(text)) end

-- A sentence at the end of the first paragraph, with slips taken back.
keys({'g', 'g', 'A'})
type_text(' It ends onTuesday')
keys({'<BS>', '<BS>', '<BS>', '<BS>', '<BS>', '<BS>', '<BS>'})
type_text(' Tuesday, when the guests who came for four dayswhich')
keys({'<BS>', '<BS>', '<BS>', '<BS>', '<BS>'})
type_text(', which were long, go home. 👨‍👩‍👧 The ca')
-- A letter and its accent apart, as some keyboards send them, and one taken back.
type_text('fe' .. '\204\129 was full, the na' .. '\204\128i' .. '\204\136ve guests said.')
keys({'<C-w>', '<C-w>'})
type_text('said.')
keys({'<Esc>'})
-- A new paragraph, an emoji in the middle of a word, a line break in the middle of a sentence.
keys({'o', '<CR>'})
type_text('The hard -won pe🎉ace held in München')
keys({'<CR>'})
type_text('and the Zeitung said so.')
keys({'<Esc>', 'b', 'b', 'd', 'w', 'u', '<C-r>', 'u'})
-- A paragraph copied and pasted, twice; a line gone; everything joined.
keys({'g', 'g', 'y', 'a', 'p', 'G', 'p', '.', 'k', 'd', 'd', 'g', 'g', 'J'})
-- A word behind the emoji changed, a line in front of all, a paragraph marked and gone, and undone.
keys({'/', 'M', 'u', 'n', 'i', 'c', 'h', '<CR>', 'c', 'w'})
type_text('Mu🚂nchen')
keys({'<Esc>', 'g', 'g', 'O'})
type_text('XI will Stay here.')
keys({'<Esc>', 'j', 'j', 'V', '}', 'd', 'u', 'G', 'o', '<CR>'})
type_text('“Nothing” he said “is as it was.')
keys({'<Esc>'})
vim.wait(500)

local lines = ask('nvim_buf_get_lines', 0, 0, -1, false)
local recorded = ask('nvim_exec_lua', 'return recorded', {})
local session = io.open('tests/fixtures/typing.json', 'w')
session:write('{\n"before": ' .. vim.fn.json_encode(table.concat(first, '\n') .. '\n') .. ',\n"after": ' .. vim.fn.json_encode(table.concat(lines, '\n') .. '\n') .. ',\n"edits": [\n')
for i, changes in ipairs(recorded) do
  for _, change in ipairs(changes) do change.rangeLength = nil end
  session:write(vim.fn.json_encode(changes) .. (i < #recorded and ',' or '') .. '\n')
end
session:write(']\n}\n')
session:close()
print(#recorded .. ' edits\n')
vim.fn.jobstop(editor)
os.remove(file)
vim.cmd('qall!')
