-- mtlint in Neovim 0.7 and later. Put this file into ~/.config/nvim/plugin/.
local config = {
  name = 'mtlint',
  cmd = {'npx', '--no', '--', 'mtlint', 'lsp'},
  -- Settings files that are code, and plugins, are run only where this is true.
  init_options = {trusted = false},
}
local running = {}

local function repair_all()
  local context = {diagnostics = {}, only = {'source.fixAll.mtlint'}}
  vim.lsp.buf.code_action(vim.fn.has('nvim-0.8') == 1 and {context = context, apply = true} or context)
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = {'text', 'markdown', 'mdx', 'html'},
  callback = function(event)
    config.root_dir = vim.fn.getcwd()
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
