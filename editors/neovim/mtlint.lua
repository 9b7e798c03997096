-- mtlint in Neovim 0.7 and later. Put this file into ~/.config/nvim/plugin/.
local config = {
  name = 'mtlint',
  cmd = {'npx', '--no', '--', 'mtlint', 'lsp'},
  -- Settings files that are code, and plugins, are run only where this is true.
  -- More: from = 'uk', mt = 'yes', minConfidence = 0.7, rules = {quotes = 'off'}, delay = 500.
  init_options = {trusted = false},
}
local running = {}

-- The folder of the project, in which the command would be run: for a text in none, its own.
local function project_of(file)
  local own = vim.fn.fnamemodify(file, ':p:h')
  local folder = own
  while true do
    for _, name in ipairs({'.mtlint-baseline.json', 'node_modules', 'package.json', '.git'}) do
      if vim.loop.fs_stat(folder .. '/' .. name) then return folder end
    end
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then return own end
    folder = parent
  end
end

local function repair_all()
  local context = {diagnostics = {}, only = {'source.fixAll.mtlint'}}
  vim.lsp.buf.code_action(vim.fn.has('nvim-0.8') == 1 and {context = context, apply = true} or context)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = {'text', 'markdown', 'mdx', 'html'},
  callback = function(event)
    config.root_dir = project_of(vim.api.nvim_buf_get_name(event.buf))
    config.cmd_cwd = config.root_dir
    if vim.lsp.start then
      vim.lsp.start(config)
    else -- before 0.8
      local id = running[config.root_dir]
      if not (id and vim.lsp.get_client_by_id(id)) then id = vim.lsp.start_client(config) end
      running[config.root_dir] = id
      vim.lsp.buf_attach_client(event.buf, id)
    end
    vim.keymap.set('n', '<leader>r', vim.lsp.buf.code_action, {buffer = event.buf, desc = 'mtlint: what to do about this place'})
    vim.keymap.set('n', '<leader>R', repair_all, {buffer = event.buf, desc = 'mtlint: repair all that is safe'})
  end,
})
